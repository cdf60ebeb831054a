using System.ComponentModel;
using OrgPortal.Web.Api;
using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Invitations.Api;

/// <summary>Several people to invite, all as the same. For more, or for several roles, there are imports.</summary>
internal sealed record InviteManyRequest(
    [property: Description("1 to 100 addresses; trimmed, lower-cased and merged.")] IReadOnlyList<string?>? EmailAddresses,
    [property: Description("The ids of the roles: at least one for people, and none above the caller's own permissions.")] IReadOnlyList<string>? RoleIds,
    [property: Description("1 to 30; left out for what is configured (7 unless changed).")] int? ExpiresInDays = null,
    [property: Description("The mails' language, en or zh-Hans; left out for the tenant's.")] string? Language = null,
    [property: Description("Plain text for the mails, up to 280 characters, without addresses of the web.")] string? Note = null)
{
    /// <summary>The form.</summary>
    public SendInvitationsForm Read(InputReader read) =>
        new([.. (EmailAddresses ?? []).Select(address => address ?? string.Empty)], read.Ids<OrganizationRoleId>("roleIds", RoleIds), ExpiresInDays, new Letter(Language, Note));
}
