using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DataConnectors.Core.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class PublicApi : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "CreatedById",
                table: "Connectors",
                type: "INTEGER",
                nullable: true
            );

            migrationBuilder.AddColumn<long>(
                name: "DraftSavedById",
                table: "Connectors",
                type: "INTEGER",
                nullable: true
            );

            migrationBuilder.CreateTable(
                name: "DeveloperApps",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    ClientId = table.Column<string>(type: "TEXT", nullable: false),
                    Scopes = table.Column<string>(type: "TEXT", nullable: false),
                    RedirectUris = table.Column<string>(type: "TEXT", nullable: false),
                    CreatedById = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeveloperApps", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "PersonalAccessTokens",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", nullable: false),
                    Scopes = table.Column<string>(type: "TEXT", nullable: false),
                    TeammateId = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ExpiresAt = table.Column<long>(type: "INTEGER", nullable: true),
                    LastUsedAt = table.Column<long>(type: "INTEGER", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PersonalAccessTokens", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "DeveloperAppSecrets",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    AppId = table.Column<long>(type: "INTEGER", nullable: false),
                    ProtectedValue = table.Column<string>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ExpiresAt = table.Column<long>(type: "INTEGER", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeveloperAppSecrets", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DeveloperAppSecrets_DeveloperApps_AppId",
                        column: x => x.AppId,
                        principalTable: "DeveloperApps",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateIndex(
                name: "IX_DeveloperApps_ClientId",
                table: "DeveloperApps",
                column: "ClientId",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_DeveloperApps_Name",
                table: "DeveloperApps",
                column: "Name",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_DeveloperAppSecrets_AppId",
                table: "DeveloperAppSecrets",
                column: "AppId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_PersonalAccessTokens_Hash",
                table: "PersonalAccessTokens",
                column: "Hash",
                unique: true
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "DeveloperAppSecrets");

            migrationBuilder.DropTable(name: "PersonalAccessTokens");

            migrationBuilder.DropTable(name: "DeveloperApps");

            migrationBuilder.DropColumn(name: "CreatedById", table: "Connectors");

            migrationBuilder.DropColumn(name: "DraftSavedById", table: "Connectors");
        }
    }
}
