using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DataConnectors.Core.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class CustomObjects : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "ChangesJson",
                table: "Executions",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]"
            );

            migrationBuilder.AddColumn<string>(
                name: "FindingsJson",
                table: "Executions",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]"
            );

            migrationBuilder.AddColumn<string>(
                name: "Description",
                table: "AttributeDefinitions",
                type: "TEXT",
                nullable: false,
                defaultValue: ""
            );

            migrationBuilder.CreateTable(
                name: "CustomObjectTypes",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    PluralName = table.Column<string>(type: "TEXT", nullable: true),
                    Description = table.Column<string>(type: "TEXT", nullable: false),
                    AttributesJson = table.Column<string>(type: "TEXT", nullable: false),
                    ReferencesJson = table.Column<string>(type: "TEXT", nullable: false),
                    Revision = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    UpdatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CustomObjectTypes", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "CustomObjects",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    TypeId = table.Column<long>(type: "INTEGER", nullable: false),
                    ExternalId = table.Column<string>(type: "TEXT", nullable: false),
                    AttributesJson = table.Column<string>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    UpdatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    LastExecutionId = table.Column<long>(type: "INTEGER", nullable: true),
                    LastConnectorId = table.Column<long>(type: "INTEGER", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CustomObjects", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CustomObjects_CustomObjectTypes_TypeId",
                        column: x => x.TypeId,
                        principalTable: "CustomObjectTypes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "CustomObjectReferences",
                columns: table => new
                {
                    ObjectId = table.Column<long>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "PK_CustomObjectReferences",
                        x => new
                        {
                            x.ObjectId,
                            x.Name,
                            x.PersonId,
                        }
                    );
                    table.ForeignKey(
                        name: "FK_CustomObjectReferences_CustomObjects_ObjectId",
                        column: x => x.ObjectId,
                        principalTable: "CustomObjects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_CustomObjectReferences_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateIndex(
                name: "IX_CustomObjectReferences_PersonId_ObjectId",
                table: "CustomObjectReferences",
                columns: new[] { "PersonId", "ObjectId" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_CustomObjects_TypeId_ExternalId",
                table: "CustomObjects",
                columns: new[] { "TypeId", "ExternalId" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_CustomObjects_TypeId_Id",
                table: "CustomObjects",
                columns: new[] { "TypeId", "Id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_CustomObjectTypes_Key",
                table: "CustomObjectTypes",
                column: "Key",
                unique: true
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "CustomObjectReferences");

            migrationBuilder.DropTable(name: "CustomObjects");

            migrationBuilder.DropTable(name: "CustomObjectTypes");

            migrationBuilder.DropColumn(name: "ChangesJson", table: "Executions");

            migrationBuilder.DropColumn(name: "FindingsJson", table: "Executions");

            migrationBuilder.DropColumn(name: "Description", table: "AttributeDefinitions");
        }
    }
}
