using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Models;

namespace OrgPortal.Web.Features.Members;

/// <summary>A member, as the page shows one.</summary>
/// <param name="Id">The person.</param>
/// <param name="Name">What to call the person: name, else user name; <see langword="null"/> when the account has neither.</param>
/// <param name="EmailAddress">The primary address, if there is one.</param>
/// <param name="PictureUrl">An avatar, if there is one: an absolute http(s) address.</param>
/// <param name="Roles">By name.</param>
/// <param name="LastSignInAt">Last sign-in anywhere in the tenant.</param>
/// <param name="IsSuspended">Whether the account is suspended in the tenant.</param>
/// <param name="IsMe">Whether this is the signed-in person.</param>
/// <param name="RolesLock">Why the signed-in person cannot change the roles, as far as that is known without asking Logto; the service decides.</param>
/// <param name="RemovalLock">Why the signed-in person cannot remove this member, as far as that is known without asking Logto; the service decides.</param>
/// <param name="IsLastAdministrator">Whether nobody else administers the organization, as far as the page itself tells: known where it holds all members.</param>
/// <param name="End">When the membership ends by itself; <see langword="null"/> when it lasts.</param>
public sealed record MemberRow(
    UserId Id,
    string? Name,
    string? EmailAddress,
    string? PictureUrl,
    IReadOnlyList<OrganizationRoleName> Roles,
    DateTimeOffset? LastSignInAt,
    bool IsSuspended,
    bool IsMe,
    MemberLock? RolesLock = null,
    MemberLock? RemovalLock = null,
    bool IsLastAdministrator = false,
    MembershipEnd? End = null)
{
    /// <summary>What to call the member in a sentence.</summary>
    internal string DisplayName => Name ?? EmailAddress ?? Id.Value;
}
