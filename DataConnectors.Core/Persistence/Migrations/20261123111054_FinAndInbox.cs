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
                name: "SignedUpAt",
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

            migrationBuilder.AddColumn<bool>(
                name: "IsFinAsking",
                table: "Conversations",
                type: "INTEGER",
                nullable: false,
                defaultValue: false
            );

            migrationBuilder.AddColumn<int>(
                name: "LastAuthor",
                table: "Conversations",
                type: "INTEGER",
                nullable: true
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

            migrationBuilder.AddColumn<string>(
                name: "Snippet",
                table: "Conversations",
                type: "TEXT",
                nullable: false,
                defaultValue: ""
            );

            migrationBuilder.AddColumn<int>(
                name: "State",
                table: "Conversations",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0
            );

            migrationBuilder.AddColumn<string>(
                name: "ClientId",
                table: "ConversationMessages",
                type: "TEXT",
                nullable: true
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
                name: "Articles",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    Body = table.Column<string>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    UpdatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Articles", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "Audiences",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    NameKey = table.Column<string>(type: "TEXT", nullable: false),
                    Description = table.Column<string>(type: "TEXT", nullable: false),
                    RuleJson = table.Column<string>(type: "TEXT", nullable: false),
                    Revision = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    UpdatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    UpdatedBy = table.Column<string>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Audiences", x => x.Id);
                }
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

            migrationBuilder.CreateTable(
                name: "DeploymentSteps",
                columns: table => new
                {
                    Channel = table.Column<int>(type: "INTEGER", nullable: false),
                    IsAiAnswersOn = table.Column<bool>(type: "INTEGER", nullable: false),
                    UpdatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeploymentSteps", x => x.Channel);
                }
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

            migrationBuilder.CreateTable(
                name: "MessengerIdentitySecrets",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    ProtectedValue = table.Column<string>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ExpiresAt = table.Column<long>(type: "INTEGER", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MessengerIdentitySecrets", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "MessengerSessions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    TokenHash = table.Column<string>(type: "TEXT", nullable: false),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: false),
                    IsVerified = table.Column<bool>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ExpiresAt = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MessengerSessions", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "MessengerSettings",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    AllowedOrigins = table.Column<string>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MessengerSettings", x => x.Id);
                }
            );

            migrationBuilder.CreateIndex(
                name: "IX_People_CompanyId",
                table: "People",
                column: "CompanyId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_Conversations_AssigneeId_State_UpdatedAt_Id",
                table: "Conversations",
                columns: new[] { "AssigneeId", "State", "UpdatedAt", "Id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_Conversations_ExternalId",
                table: "Conversations",
                column: "ExternalId",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_Conversations_FinStatus_UpdatedAt",
                table: "Conversations",
                columns: new[] { "FinStatus", "UpdatedAt" }
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
                name: "IX_Conversations_PendingMessageId",
                table: "Conversations",
                column: "PendingMessageId",
                filter: "\"PendingMessageId\" IS NOT NULL"
            );

            migrationBuilder.CreateIndex(
                name: "IX_Conversations_ResolvedAt",
                table: "Conversations",
                column: "ResolvedAt",
                filter: "\"ResolvedAt\" IS NOT NULL"
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

            migrationBuilder.CreateIndex(
                name: "IX_ConversationMessages_ClientId",
                table: "ConversationMessages",
                column: "ClientId",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_Audiences_NameKey",
                table: "Audiences",
                column: "NameKey",
                unique: true
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
                name: "IX_ConversationActions_ConnectorId_CreatedAt_IsUsedInReply_ConversationId",
                table: "ConversationActions",
                columns: new[] { "ConnectorId", "CreatedAt", "IsUsedInReply", "ConversationId" }
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

            migrationBuilder.CreateIndex(
                name: "IX_FinEvents_ConversationId_Id",
                table: "FinEvents",
                columns: new[] { "ConversationId", "Id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_MessengerSessions_ExpiresAt",
                table: "MessengerSessions",
                column: "ExpiresAt"
            );

            migrationBuilder.CreateIndex(
                name: "IX_MessengerSessions_PersonId",
                table: "MessengerSessions",
                column: "PersonId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_MessengerSessions_TokenHash",
                table: "MessengerSessions",
                column: "TokenHash",
                unique: true
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "Articles");

            migrationBuilder.DropTable(name: "Audiences");

            migrationBuilder.DropTable(name: "Companies");

            migrationBuilder.DropTable(name: "ConversationActions");

            migrationBuilder.DropTable(name: "ConversationEvents");

            migrationBuilder.DropTable(name: "DeploymentSteps");

            migrationBuilder.DropTable(name: "FinEvents");

            migrationBuilder.DropTable(name: "InboxViews");

            migrationBuilder.DropTable(name: "MessengerIdentitySecrets");

            migrationBuilder.DropTable(name: "MessengerSessions");

            migrationBuilder.DropTable(name: "MessengerSettings");

            migrationBuilder.DropIndex(name: "IX_People_CompanyId", table: "People");

            migrationBuilder.DropIndex(
                name: "IX_Conversations_AssigneeId_State_UpdatedAt_Id",
                table: "Conversations"
            );

            migrationBuilder.DropIndex(name: "IX_Conversations_ExternalId", table: "Conversations");

            migrationBuilder.DropIndex(
                name: "IX_Conversations_FinStatus_UpdatedAt",
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
                name: "IX_Conversations_PendingMessageId",
                table: "Conversations"
            );

            migrationBuilder.DropIndex(name: "IX_Conversations_ResolvedAt", table: "Conversations");

            migrationBuilder.DropIndex(
                name: "IX_Conversations_State_UpdatedAt_Id",
                table: "Conversations"
            );

            migrationBuilder.DropIndex(
                name: "IX_Conversations_UpdatedAt_Id",
                table: "Conversations"
            );

            migrationBuilder.DropIndex(
                name: "IX_ConversationMessages_ClientId",
                table: "ConversationMessages"
            );

            migrationBuilder.DropColumn(name: "CompanyId", table: "People");

            migrationBuilder.DropColumn(name: "LastSeenAt", table: "People");

            migrationBuilder.DropColumn(name: "SignedUpAt", table: "People");

            migrationBuilder.DropColumn(name: "AssigneeId", table: "Conversations");

            migrationBuilder.DropColumn(name: "Channel", table: "Conversations");

            migrationBuilder.DropColumn(name: "ExternalId", table: "Conversations");

            migrationBuilder.DropColumn(name: "FinStatus", table: "Conversations");

            migrationBuilder.DropColumn(name: "IsActionUsedInReply", table: "Conversations");

            migrationBuilder.DropColumn(name: "IsFinAsking", table: "Conversations");

            migrationBuilder.DropColumn(name: "LastAuthor", table: "Conversations");

            migrationBuilder.DropColumn(name: "PendingMessageId", table: "Conversations");

            migrationBuilder.DropColumn(name: "Resolution", table: "Conversations");

            migrationBuilder.DropColumn(name: "ResolvedAt", table: "Conversations");

            migrationBuilder.DropColumn(name: "Snippet", table: "Conversations");

            migrationBuilder.DropColumn(name: "State", table: "Conversations");

            migrationBuilder.DropColumn(name: "ClientId", table: "ConversationMessages");

            migrationBuilder.DropColumn(name: "IsNote", table: "ConversationMessages");

            migrationBuilder.DropColumn(name: "IsVerified", table: "ConversationMessages");

            migrationBuilder.DropColumn(name: "TeammateId", table: "ConversationMessages");
        }
    }
}
