using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OrgPortal.Web.Store.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class AddOperatorVisits : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "VisitId",
                table: "AuditRecords",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "OperatorVisits",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganizationId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    OperatorId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    OperatorName = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    Reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    BeganAt = table.Column<long>(type: "bigint", nullable: false),
                    EndsAt = table.Column<long>(type: "bigint", nullable: false),
                    EndedAt = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OperatorVisits", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_OperatorVisits_EndedAt",
                table: "OperatorVisits",
                column: "EndedAt");

            migrationBuilder.CreateIndex(
                name: "IX_OperatorVisits_OrganizationId_OperatorId_EndsAt",
                table: "OperatorVisits",
                columns: new[] { "OrganizationId", "OperatorId", "EndsAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "OperatorVisits");

            migrationBuilder.DropColumn(
                name: "VisitId",
                table: "AuditRecords");
        }
    }
}
