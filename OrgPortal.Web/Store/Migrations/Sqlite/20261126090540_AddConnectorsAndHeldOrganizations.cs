using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OrgPortal.Web.Store.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddConnectorsAndHeldOrganizations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "HeldOrganizations",
                columns: table => new
                {
                    OrganizationId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    Members = table.Column<int>(type: "INTEGER", nullable: false),
                    DeletedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    DeletedById = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    DeletedByName = table.Column<string>(type: "TEXT", nullable: false),
                    RestorableUntil = table.Column<long>(type: "INTEGER", nullable: false),
                    DueAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HeldOrganizations", x => x.OrganizationId);
                });

            migrationBuilder.CreateTable(
                name: "OrganizationConnectors",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganizationId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    ConnectorId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Provider = table.Column<string>(type: "TEXT", maxLength: 512, nullable: true),
                    ClientId = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    SignInUrl = table.Column<string>(type: "TEXT", maxLength: 1024, nullable: true),
                    CertificateEndsAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Domains = table.Column<string>(type: "TEXT", maxLength: 4096, nullable: false),
                    TrialId = table.Column<Guid>(type: "TEXT", nullable: true),
                    TrialBegunAt = table.Column<long>(type: "INTEGER", nullable: true),
                    TrialEndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    TrialFound = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    TrialAddress = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedById = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    CreatedByName = table.Column<string>(type: "TEXT", nullable: true),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    NextLookAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OrganizationConnectors", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_HeldOrganizations_DueAt",
                table: "HeldOrganizations",
                column: "DueAt");

            migrationBuilder.CreateIndex(
                name: "IX_OrganizationConnectors_ConnectorId",
                table: "OrganizationConnectors",
                column: "ConnectorId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OrganizationConnectors_NextLookAt",
                table: "OrganizationConnectors",
                column: "NextLookAt");

            migrationBuilder.CreateIndex(
                name: "IX_OrganizationConnectors_OrganizationId",
                table: "OrganizationConnectors",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_OrganizationConnectors_State_ChangedAt",
                table: "OrganizationConnectors",
                columns: new[] { "State", "ChangedAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "HeldOrganizations");

            migrationBuilder.DropTable(
                name: "OrganizationConnectors");
        }
    }
}
