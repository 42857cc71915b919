using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DataConnectors.Core.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class FinOverHttp : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "SignedUpAt",
                table: "People",
                type: "INTEGER",
                nullable: true
            );

            migrationBuilder.CreateTable(
                name: "FinEvents",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    ConversationId = table.Column<long>(type: "INTEGER", nullable: false),
                    QuestionId = table.Column<long>(type: "INTEGER", nullable: true),
                    ItemJson = table.Column<string>(type: "TEXT", nullable: false),
                    IsEnd = table.Column<bool>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FinEvents", x => x.Id);
                }
            );

            migrationBuilder.CreateIndex(
                name: "IX_Conversations_FinStatus_UpdatedAt",
                table: "Conversations",
                columns: new[] { "FinStatus", "UpdatedAt" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_Conversations_ResolvedAt",
                table: "Conversations",
                column: "ResolvedAt",
                filter: "\"ResolvedAt\" IS NOT NULL"
            );

            migrationBuilder.CreateIndex(
                name: "IX_ConversationActions_ConnectorId_CreatedAt_IsUsedInReply_ConversationId",
                table: "ConversationActions",
                columns: new[] { "ConnectorId", "CreatedAt", "IsUsedInReply", "ConversationId" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_FinEvents_ConversationId_Id",
                table: "FinEvents",
                columns: new[] { "ConversationId", "Id" }
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "FinEvents");

            migrationBuilder.DropIndex(
                name: "IX_Conversations_FinStatus_UpdatedAt",
                table: "Conversations"
            );

            migrationBuilder.DropIndex(name: "IX_Conversations_ResolvedAt", table: "Conversations");

            migrationBuilder.DropIndex(
                name: "IX_ConversationActions_ConnectorId_CreatedAt_IsUsedInReply_ConversationId",
                table: "ConversationActions"
            );

            migrationBuilder.DropColumn(name: "SignedUpAt", table: "People");
        }
    }
}
