using OrgPortal.Web.Audit;
using OrgPortal.Web.Logto;

namespace OrgPortal.Tests.Support.Fakes;

/// <summary>An act on record, with how it ended: <c>begun</c>, <c>done</c>, <c>failed</c> or <c>denied</c>.</summary>
public sealed class FakeAuditRecord(AuditAct act)
{
    public AuditAct Act { get; } = act;

    public string Action => Act.Action;

    public required string Outcome { get; set; }

    public string? Reason { get; set; }

    public string? TargetId { get; set; } = act.TargetId;

    public OrganizationId? Organization { get; set; } = act.Organization;
}
