using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OrgPortal.Web.Store.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CreationNames : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Name",
                table: "CreatedOrganizations",
                type: "TEXT",
                maxLength: 128,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Name",
                table: "CreatedOrganizations");
        }
    }
}
