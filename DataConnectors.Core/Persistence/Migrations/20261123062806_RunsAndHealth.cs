using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DataConnectors.Core.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class RunsAndHealth : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(name: "IX_Executions_ConnectorId_Id", table: "Executions");

            migrationBuilder.AddColumn<int>(
                name: "ResponseBytes",
                table: "Executions",
                type: "INTEGER",
                nullable: true
            );

            migrationBuilder.AddColumn<long>(
                name: "CreatedById",
                table: "ConnectorVersions",
                type: "INTEGER",
                nullable: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_Executions_ConnectorId_Id",
                table: "Executions",
                columns: new[]
                {
                    "ConnectorId",
                    "Id",
                    "StartedAt",
                    "IsSuccess",
                    "HttpStatus",
                    "ErrorType",
                    "Source",
                    "HttpDurationMicroseconds",
                    "ResponseBytes",
                }
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(name: "IX_Executions_ConnectorId_Id", table: "Executions");

            migrationBuilder.DropColumn(name: "ResponseBytes", table: "Executions");

            migrationBuilder.DropColumn(name: "CreatedById", table: "ConnectorVersions");

            migrationBuilder.CreateIndex(
                name: "IX_Executions_ConnectorId_Id",
                table: "Executions",
                columns: new[] { "ConnectorId", "Id" }
            );
        }
    }
}
