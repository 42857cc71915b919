using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DataConnectors.Core.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Messenger : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "ClientId",
                table: "ConversationMessages",
                type: "TEXT",
                nullable: true
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
                name: "IX_ConversationMessages_ClientId",
                table: "ConversationMessages",
                column: "ClientId",
                unique: true
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
            migrationBuilder.DropTable(name: "MessengerIdentitySecrets");

            migrationBuilder.DropTable(name: "MessengerSessions");

            migrationBuilder.DropTable(name: "MessengerSettings");

            migrationBuilder.DropIndex(
                name: "IX_ConversationMessages_ClientId",
                table: "ConversationMessages"
            );

            migrationBuilder.DropColumn(name: "ClientId", table: "ConversationMessages");
        }
    }
}
