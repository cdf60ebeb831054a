using OrgPortal.Web.Audit;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.Requests;

/// <summary>Acts on requests, as they go on record: about the person, so that their history begins with it.</summary>
internal static class RequestActs
{
    /// <summary>An act on a request.</summary>
    public static AuditAct Of(string action, OrganizationId organization, JoinRequest row, object? after = null) =>
        new(action, organization, "member", row.UserId, row.Name ?? row.Address, new { address = row.Address }, after);
}
