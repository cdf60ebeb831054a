using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OrgPortal.Web.Store.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddOperatorsConsole : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "CreationSuspensions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Sentence = table.Column<string>(type: "TEXT", maxLength: 280, nullable: true),
                    SuspendedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    SuspendedById = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    SuspendedByName = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CreationSuspensions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SurveyedDomains",
                columns: table => new
                {
                    OrganizationId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    OrganizationName = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    SeenAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SurveyedDomains", x => new { x.OrganizationId, x.Name });
                });

            migrationBuilder.CreateTable(
                name: "SurveyFindings",
                columns: table => new
                {
                    OrganizationId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    OrganizationName = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Others = table.Column<string>(type: "TEXT", maxLength: 700, nullable: false),
                    FoundAt = table.Column<long>(type: "INTEGER", nullable: false),
                    CheckedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SurveyFindings", x => new { x.OrganizationId, x.Kind, x.Subject });
                });

            migrationBuilder.CreateTable(
                name: "TenantSurveys",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Run = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    StartedById = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    StartedByName = table.Column<string>(type: "TEXT", nullable: true),
                    StartedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    WaitUntil = table.Column<long>(type: "INTEGER", nullable: true),
                    NextPage = table.Column<int>(type: "INTEGER", nullable: false),
                    Total = table.Column<int>(type: "INTEGER", nullable: false),
                    Seen = table.Column<int>(type: "INTEGER", nullable: false),
                    WholeAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TenantSurveys", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_SurveyedDomains_Name",
                table: "SurveyedDomains",
                column: "Name");

            migrationBuilder.CreateIndex(
                name: "IX_SurveyedDomains_SeenAt",
                table: "SurveyedDomains",
                column: "SeenAt");

            migrationBuilder.CreateIndex(
                name: "IX_SurveyFindings_CheckedAt",
                table: "SurveyFindings",
                column: "CheckedAt");

            migrationBuilder.CreateIndex(
                name: "IX_SurveyFindings_FoundAt_OrganizationId",
                table: "SurveyFindings",
                columns: new[] { "FoundAt", "OrganizationId" });

            migrationBuilder.CreateIndex(
                name: "IX_SurveyFindings_Kind_FoundAt_OrganizationId",
                table: "SurveyFindings",
                columns: new[] { "Kind", "FoundAt", "OrganizationId" });

            migrationBuilder.CreateIndex(
                name: "IX_SurveyFindings_Subject",
                table: "SurveyFindings",
                column: "Subject");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CreationSuspensions");

            migrationBuilder.DropTable(
                name: "SurveyedDomains");

            migrationBuilder.DropTable(
                name: "SurveyFindings");

            migrationBuilder.DropTable(
                name: "TenantSurveys");
        }
    }
}
