using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OrgPortal.Web.Store.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class InvitationLinksAndLimits : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "CreatedById",
                table: "InvitationTokens",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "CreatedByName",
                table: "InvitationTokens",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "UsageCounters",
                columns: table => new
                {
                    Key = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    WindowStartMilliseconds = table.Column<long>(type: "INTEGER", nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UsageCounters", x => new { x.Key, x.WindowStartMilliseconds });
                });

            migrationBuilder.CreateIndex(
                name: "IX_InvitationTokens_OrganizationId_EndedBecause",
                table: "InvitationTokens",
                columns: new[] { "OrganizationId", "EndedBecause" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "UsageCounters");

            migrationBuilder.DropIndex(
                name: "IX_InvitationTokens_OrganizationId_EndedBecause",
                table: "InvitationTokens");

            migrationBuilder.DropColumn(
                name: "CreatedById",
                table: "InvitationTokens");

            migrationBuilder.DropColumn(
                name: "CreatedByName",
                table: "InvitationTokens");
        }
    }
}
