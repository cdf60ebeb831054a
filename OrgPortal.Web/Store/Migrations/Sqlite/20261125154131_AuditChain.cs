using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OrgPortal.Web.Store.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AuditChain : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // "AuditEntries" stays: at its next start the portal takes what stands there into the chain, which SQL alone cannot.
            migrationBuilder.CreateTable(
                name: "AuditChains",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    AnchorSequence = table.Column<long>(type: "INTEGER", nullable: false),
                    AnchorHash = table.Column<string>(type: "TEXT", nullable: false),
                    HeadSequence = table.Column<long>(type: "INTEGER", nullable: false),
                    HeadHash = table.Column<string>(type: "TEXT", nullable: false),
                    KeyId = table.Column<string>(type: "TEXT", nullable: true),
                    Seal = table.Column<string>(type: "TEXT", nullable: false),
                    Turn = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditChains", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AuditRecords",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    IntentSequence = table.Column<long>(type: "INTEGER", nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Action = table.Column<string>(type: "TEXT", nullable: false),
                    OrganizationId = table.Column<string>(type: "TEXT", nullable: true),
                    ActorId = table.Column<string>(type: "TEXT", nullable: true),
                    ActorName = table.Column<string>(type: "TEXT", nullable: true),
                    TargetKind = table.Column<string>(type: "TEXT", nullable: false),
                    TargetId = table.Column<string>(type: "TEXT", nullable: true),
                    TargetName = table.Column<string>(type: "TEXT", nullable: true),
                    Before = table.Column<string>(type: "TEXT", nullable: true),
                    After = table.Column<string>(type: "TEXT", nullable: true),
                    Outcome = table.Column<string>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: true),
                    IpAddress = table.Column<string>(type: "TEXT", nullable: true),
                    CorrelationId = table.Column<string>(type: "TEXT", nullable: true),
                    KeyId = table.Column<string>(type: "TEXT", nullable: true),
                    PreviousHash = table.Column<string>(type: "TEXT", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditRecords", x => x.Sequence);
                });

            migrationBuilder.InsertData(
                table: "AuditChains",
                columns: new[] { "Id", "AnchorHash", "AnchorSequence", "HeadHash", "HeadSequence", "KeyId", "Seal", "Turn" },
                values: new object[] { 1, "0000000000000000000000000000000000000000000000000000000000000000", 0L, "0000000000000000000000000000000000000000000000000000000000000000", 0L, null, "", 0L });

            migrationBuilder.CreateIndex(
                name: "IX_AuditRecords_IntentSequence",
                table: "AuditRecords",
                column: "IntentSequence",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AuditRecords_OrganizationId_Action_At_Sequence",
                table: "AuditRecords",
                columns: new[] { "OrganizationId", "Action", "At", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditRecords_OrganizationId_ActorId_At_Sequence",
                table: "AuditRecords",
                columns: new[] { "OrganizationId", "ActorId", "At", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditRecords_OrganizationId_At_Sequence",
                table: "AuditRecords",
                columns: new[] { "OrganizationId", "At", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditRecords_OrganizationId_Outcome_At_Sequence",
                table: "AuditRecords",
                columns: new[] { "OrganizationId", "Outcome", "At", "Sequence" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AuditChains");

            migrationBuilder.DropTable(
                name: "AuditRecords");
        }
    }
}
