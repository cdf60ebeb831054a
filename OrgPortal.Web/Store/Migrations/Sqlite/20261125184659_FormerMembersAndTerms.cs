using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OrgPortal.Web.Store.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class FormerMembersAndTerms : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "FormerMemberships",
                columns: table => new
                {
                    OrganizationId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    UserId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: true),
                    EmailAddress = table.Column<string>(type: "TEXT", nullable: true),
                    Roles = table.Column<string>(type: "TEXT", nullable: false),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    How = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    EndedById = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    EndedByName = table.Column<string>(type: "TEXT", nullable: true),
                    TermEndsAt = table.Column<long>(type: "INTEGER", nullable: true),
                    TermSetById = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    TermSetByName = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FormerMemberships", x => new { x.OrganizationId, x.UserId });
                });

            migrationBuilder.CreateTable(
                name: "MembershipTerms",
                columns: table => new
                {
                    OrganizationId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    UserId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    EndsAt = table.Column<long>(type: "INTEGER", nullable: false),
                    SetById = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    SetByName = table.Column<string>(type: "TEXT", nullable: false),
                    SetAt = table.Column<long>(type: "INTEGER", nullable: false),
                    DueAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MembershipTerms", x => new { x.OrganizationId, x.UserId });
                });

            migrationBuilder.CreateIndex(
                name: "IX_FormerMemberships_EndedAt",
                table: "FormerMemberships",
                column: "EndedAt");

            migrationBuilder.CreateIndex(
                name: "IX_FormerMemberships_OrganizationId_EndedAt",
                table: "FormerMemberships",
                columns: new[] { "OrganizationId", "EndedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_MembershipTerms_DueAt",
                table: "MembershipTerms",
                column: "DueAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "FormerMemberships");

            migrationBuilder.DropTable(
                name: "MembershipTerms");
        }
    }
}
