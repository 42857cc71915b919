using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DataConnectors.Core.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class FinAndInbox : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "CompanyId",
                table: "People",
                type: "INTEGER",
                nullable: true
            );

            migrationBuilder.AddColumn<long>(
                name: "LastSeenAt",
                table: "People",
                type: "INTEGER",
                nullable: true
            );

            migrationBuilder.AddColumn<long>(
                name: "AssigneeId",
                table: "Conversations",
                type: "INTEGER",
                nullable: true
            );

            migrationBuilder.AddColumn<int>(
                name: "Channel",
                table: "Conversations",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0
            );

            migrationBuilder.AddColumn<string>(
                name: "ExternalId",
                table: "Conversations",
                type: "TEXT",
                nullable: true
            );

            migrationBuilder.AddColumn<int>(
                name: "FinStatus",
                table: "Conversations",
                type: "INTEGER",
                nullable: true
            );

            migrationBuilder.AddColumn<bool>(
                name: "IsActionUsedInReply",
                table: "Conversations",
                type: "INTEGER",
                nullable: false,
                defaultValue: false
            );

            migrationBuilder.AddColumn<long>(
                name: "PendingMessageId",
                table: "Conversations",
                type: "INTEGER",
                nullable: true
            );

            migrationBuilder.AddColumn<int>(
                name: "Resolution",
                table: "Conversations",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0
            );

            migrationBuilder.AddColumn<long>(
                name: "ResolvedAt",
                table: "Conversations",
                type: "INTEGER",
                nullable: true
            );

            migrationBuilder.AddColumn<int>(
                name: "State",
                table: "Conversations",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0
            );

            migrationBuilder.AddColumn<bool>(
                name: "IsNote",
                table: "ConversationMessages",
                type: "INTEGER",
                nullable: false,
                defaultValue: false
            );

            migrationBuilder.AddColumn<bool>(
                name: "IsVerified",
                table: "ConversationMessages",
                type: "INTEGER",
                nullable: false,
                defaultValue: false
            );

            migrationBuilder.AddColumn<long>(
                name: "TeammateId",
                table: "ConversationMessages",
                type: "INTEGER",
                nullable: true
            );

            migrationBuilder.CreateTable(
                name: "Companies",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    ExternalId = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    AttributesJson = table.Column<string>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Companies", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "ConversationActions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    ConversationId = table.Column<long>(type: "INTEGER", nullable: false),
                    MessageId = table.Column<long>(type: "INTEGER", nullable: false),
                    ConnectorId = table.Column<long>(type: "INTEGER", nullable: false),
                    ConnectorName = table.Column<string>(type: "TEXT", nullable: false),
                    ExecutionId = table.Column<long>(type: "INTEGER", nullable: false),
                    IsSuccess = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsUsedInReply = table.Column<bool>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConversationActions", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "ConversationEvents",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    ConversationId = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    TeammateId = table.Column<long>(type: "INTEGER", nullable: true),
                    AssigneeId = table.Column<long>(type: "INTEGER", nullable: true),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConversationEvents", x => x.Id);
                }
            );

            migrationBuilder.CreateIndex(
                name: "IX_People_CompanyId",
                table: "People",
                column: "CompanyId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_Conversations_ExternalId",
                table: "Conversations",
                column: "ExternalId",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_Conversations_PendingMessageId",
                table: "Conversations",
                column: "PendingMessageId",
                filter: "\"PendingMessageId\" IS NOT NULL"
            );

            migrationBuilder.CreateIndex(
                name: "IX_Companies_ExternalId",
                table: "Companies",
                column: "ExternalId",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_ConversationActions_ConnectorId_ConversationId",
                table: "ConversationActions",
                columns: new[] { "ConnectorId", "ConversationId" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_ConversationActions_ConversationId",
                table: "ConversationActions",
                column: "ConversationId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_ConversationEvents_ConversationId_Id",
                table: "ConversationEvents",
                columns: new[] { "ConversationId", "Id" }
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "Companies");

            migrationBuilder.DropTable(name: "ConversationActions");

            migrationBuilder.DropTable(name: "ConversationEvents");

            migrationBuilder.DropIndex(name: "IX_People_CompanyId", table: "People");

            migrationBuilder.DropIndex(name: "IX_Conversations_ExternalId", table: "Conversations");

            migrationBuilder.DropIndex(
                name: "IX_Conversations_PendingMessageId",
                table: "Conversations"
            );

            migrationBuilder.DropColumn(name: "CompanyId", table: "People");

            migrationBuilder.DropColumn(name: "LastSeenAt", table: "People");

            migrationBuilder.DropColumn(name: "AssigneeId", table: "Conversations");

            migrationBuilder.DropColumn(name: "Channel", table: "Conversations");

            migrationBuilder.DropColumn(name: "ExternalId", table: "Conversations");

            migrationBuilder.DropColumn(name: "FinStatus", table: "Conversations");

            migrationBuilder.DropColumn(name: "IsActionUsedInReply", table: "Conversations");

            migrationBuilder.DropColumn(name: "PendingMessageId", table: "Conversations");

            migrationBuilder.DropColumn(name: "Resolution", table: "Conversations");

            migrationBuilder.DropColumn(name: "ResolvedAt", table: "Conversations");

            migrationBuilder.DropColumn(name: "State", table: "Conversations");

            migrationBuilder.DropColumn(name: "IsNote", table: "ConversationMessages");

            migrationBuilder.DropColumn(name: "IsVerified", table: "ConversationMessages");

            migrationBuilder.DropColumn(name: "TeammateId", table: "ConversationMessages");
        }
    }
}
