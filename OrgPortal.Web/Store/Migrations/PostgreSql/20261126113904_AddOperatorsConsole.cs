using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OrgPortal.Web.Store.Migrations.PostgreSql
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
                    Id = table.Column<int>(type: "integer", nullable: false),
                    Sentence = table.Column<string>(type: "character varying(280)", maxLength: 280, nullable: true),
                    SuspendedAt = table.Column<long>(type: "bigint", nullable: false),
                    SuspendedById = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    SuspendedByName = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CreationSuspensions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SurveyedDomains",
                columns: table => new
                {
                    OrganizationId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    OrganizationName = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    SeenAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SurveyedDomains", x => new { x.OrganizationId, x.Name });
                });

            migrationBuilder.CreateTable(
                name: "SurveyFindings",
                columns: table => new
                {
                    OrganizationId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Subject = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    OrganizationName = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Others = table.Column<string>(type: "character varying(700)", maxLength: 700, nullable: false),
                    FoundAt = table.Column<long>(type: "bigint", nullable: false),
                    CheckedAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SurveyFindings", x => new { x.OrganizationId, x.Kind, x.Subject });
                });

            migrationBuilder.CreateTable(
                name: "TenantSurveys",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false),
                    Run = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    State = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    Reason = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    StartedById = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    StartedByName = table.Column<string>(type: "text", nullable: true),
                    StartedAt = table.Column<long>(type: "bigint", nullable: false),
                    EndedAt = table.Column<long>(type: "bigint", nullable: true),
                    ChangedAt = table.Column<long>(type: "bigint", nullable: false),
                    WaitUntil = table.Column<long>(type: "bigint", nullable: true),
                    NextPage = table.Column<int>(type: "integer", nullable: false),
                    Total = table.Column<int>(type: "integer", nullable: false),
                    Seen = table.Column<int>(type: "integer", nullable: false),
                    WholeAt = table.Column<long>(type: "bigint", nullable: true)
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
