using OrgPortal.Web.Audit;
using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Security;

/// <summary>Acts on an organization's second factor, as they go on record.</summary>
internal static class SecondFactorActs
{
    /// <summary>An act, with how it stood before and how it stands after it.</summary>
    public static AuditAct Of(string action, OrganizationId organization, object? before = null, object? after = null) =>
        new(action, organization, "second_factor", Before: before, After: after);
}
