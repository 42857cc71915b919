using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DataConnectors.Core.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class InboxViews : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "LastAuthor",
                table: "Conversations",
                type: "INTEGER",
                nullable: true
            );

            migrationBuilder.AddColumn<string>(
                name: "Snippet",
                table: "Conversations",
                type: "TEXT",
                nullable: false,
                defaultValue: ""
            );

            migrationBuilder.CreateTable(
                name: "InboxViews",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<long>(type: "INTEGER", nullable: false),
                    IsShared = table.Column<bool>(type: "INTEGER", nullable: false),
                    FilterJson = table.Column<string>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InboxViews", x => x.Id);
                }
            );

            migrationBuilder.CreateIndex(
                name: "IX_Conversations_AssigneeId_State_UpdatedAt_Id",
                table: "Conversations",
                columns: new[] { "AssigneeId", "State", "UpdatedAt", "Id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_Conversations_FinStatus_UpdatedAt_Id",
                table: "Conversations",
                columns: new[] { "FinStatus", "UpdatedAt", "Id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_Conversations_IsActionUsedInReply_UpdatedAt_Id",
                table: "Conversations",
                columns: new[] { "IsActionUsedInReply", "UpdatedAt", "Id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_Conversations_State_UpdatedAt_Id",
                table: "Conversations",
                columns: new[] { "State", "UpdatedAt", "Id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_Conversations_UpdatedAt_Id",
                table: "Conversations",
                columns: new[] { "UpdatedAt", "Id" }
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "InboxViews");

            migrationBuilder.DropIndex(
                name: "IX_Conversations_AssigneeId_State_UpdatedAt_Id",
                table: "Conversations"
            );

            migrationBuilder.DropIndex(
                name: "IX_Conversations_FinStatus_UpdatedAt_Id",
                table: "Conversations"
            );

            migrationBuilder.DropIndex(
                name: "IX_Conversations_IsActionUsedInReply_UpdatedAt_Id",
                table: "Conversations"
            );

            migrationBuilder.DropIndex(
                name: "IX_Conversations_State_UpdatedAt_Id",
                table: "Conversations"
            );

            migrationBuilder.DropIndex(
                name: "IX_Conversations_UpdatedAt_Id",
                table: "Conversations"
            );

            migrationBuilder.DropColumn(name: "LastAuthor", table: "Conversations");

            migrationBuilder.DropColumn(name: "Snippet", table: "Conversations");
        }
    }
}
