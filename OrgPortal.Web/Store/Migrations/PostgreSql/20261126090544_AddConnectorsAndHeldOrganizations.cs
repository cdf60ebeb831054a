using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OrgPortal.Web.Store.Migrations.PostgreSql
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
                    OrganizationId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Name = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    Members = table.Column<int>(type: "integer", nullable: false),
                    DeletedAt = table.Column<long>(type: "bigint", nullable: false),
                    DeletedById = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    DeletedByName = table.Column<string>(type: "text", nullable: false),
                    RestorableUntil = table.Column<long>(type: "bigint", nullable: false),
                    DueAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HeldOrganizations", x => x.OrganizationId);
                });

            migrationBuilder.CreateTable(
                name: "OrganizationConnectors",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganizationId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    ConnectorId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    Name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Kind = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    State = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    Provider = table.Column<string>(type: "character varying(512)", maxLength: 512, nullable: true),
                    ClientId = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    SignInUrl = table.Column<string>(type: "character varying(1024)", maxLength: 1024, nullable: true),
                    CertificateEndsAt = table.Column<long>(type: "bigint", nullable: true),
                    Domains = table.Column<string>(type: "character varying(4096)", maxLength: 4096, nullable: false),
                    TrialId = table.Column<Guid>(type: "uuid", nullable: true),
                    TrialBegunAt = table.Column<long>(type: "bigint", nullable: true),
                    TrialEndedAt = table.Column<long>(type: "bigint", nullable: true),
                    TrialFound = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    TrialAddress = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    CreatedById = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    CreatedByName = table.Column<string>(type: "text", nullable: true),
                    ChangedAt = table.Column<long>(type: "bigint", nullable: false),
                    NextLookAt = table.Column<long>(type: "bigint", nullable: false)
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
