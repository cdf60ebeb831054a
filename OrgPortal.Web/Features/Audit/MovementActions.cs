using OrgPortal.Web.Audit;

namespace OrgPortal.Web.Features.Audit;

/// <summary>The acts by which people come into an organization and go.</summary>
internal static class MovementActions
{
    /// <summary>Who acts, comes.</summary>
    public static IReadOnlyList<string> CameByThemselves { get; } = [AuditActions.AcceptInvitation, AuditActions.UseJoinLink, AuditActions.CreateOrganization];

    /// <summary>Who is acted on, comes.</summary>
    public static IReadOnlyList<string> WereTakenIn { get; } = [AuditActions.ApproveRequest, AuditActions.ReinstateMember, AuditActions.JoinInLogto];

    /// <summary>Who acts, goes.</summary>
    public static IReadOnlyList<string> WentByThemselves { get; } = [AuditActions.LeaveOrganization];

    /// <summary>Who is acted on, goes.</summary>
    public static IReadOnlyList<string> WereTakenOut { get; } = [AuditActions.RemoveMember, AuditActions.EndMembership, AuditActions.LeaveInLogto];
}
