using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Audit;

/// <summary>Who changed something last, as far as the portal's own records tell.</summary>
internal interface ILastChanges
{
    /// <summary>What whoever changed a member's roles last is called, if that was lately; nothing for what was done past the portal. The caller has asked the guard.</summary>
    Task<string?> FindWhoChangedRolesAsync(OrganizationId organization, UserId member);
}
