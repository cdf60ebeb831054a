using OrgPortal.Web.Audit;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.Invitations.Importing;

/// <summary>Acts on imports, as they go on record.</summary>
internal static class ImportActs
{
    private const string Kind = "import";

    public static AuditAct Of(string action, InvitationImport import) => new(action, OrganizationId.Parse(import.OrganizationId, null), Kind, import.Id.ToString("N"), import.FileName);

    /// <summary>One that is asked for.</summary>
    public static AuditAct Starting(InvitationImport import) => Of(AuditActions.StartImport, import) with { After = new { rows = import.Total } };

    /// <summary>One that ended by itself.</summary>
    public static AuditAct Ending(InvitationImport import, ImportSummary summary) => Of(AuditActions.EndImport, import) with
    {
        After = new
        {
            sent = summary.Of(ImportRowState.Sent),
            notMailed = summary.Of(ImportRowState.NotMailed),
            notInvited = summary.Of(ImportRowState.Failed) + summary.Of(ImportRowState.AlreadyMember) + summary.Of(ImportRowState.AlreadyInvited),
            left = summary.ToGo,
        },
    };
}
