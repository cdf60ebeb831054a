using System.ComponentModel;
using OrgPortal.Web.Api;
using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.JoinLinks.Api;

/// <summary>What a new link is to be like.</summary>
internal sealed record JoinLinkRequest(
    [property: Description("What to call it: 1 to 60 characters.")] string? Name,
    [property: Description("The ids of the roles that it gives: at least one, and none above the caller's own permissions.")] IReadOnlyList<string>? RoleIds,
    [property: Description("Whose addresses may use it, up to 20 domains; left out for anybody who has the link.")] IReadOnlyList<string?>? Domains = null,
    [property: Description("1 to 30, with domains to 90; 7 when left out.")] int? ExpiresInDays = null,
    [property: Description("How many people may join with it, 1 to 100,000; left out for any number.")] int? MaxUses = null)
{
    /// <summary>The form.</summary>
    public JoinLinkForm Read(InputReader read) => new(
        Name ?? string.Empty,
        read.Ids<OrganizationRoleId>("roleIds", RoleIds),
        [.. (Domains ?? []).Select(domain => domain ?? string.Empty)],
        ExpiresInDays ?? JoinLinkForm.UsualDays,
        MaxUses);
}
