using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Invitations.Importing;

/// <summary>A line of an uploaded file, as it stands there.</summary>
/// <param name="Number">Which line; a file's first is 1.</param>
/// <param name="Address">Whom to invite.</param>
/// <param name="Roles">Names of roles, parted by <c>|</c>, <c>;</c> or <c>,</c>; empty for the one chosen on the page.</param>
/// <param name="Expires">In how many days the invitation ends; empty for what is chosen on the page.</param>
/// <param name="Language">The language of the mail; empty for the tenant's.</param>
/// <param name="Note">What is written to the person; mostly empty.</param>
public sealed record ImportLine(int Number, string Address, string Roles, string Expires, string Language = "", string Note = "")
{
    /// <summary>The roles by id, where whoever calls knows them; then <see cref="Roles"/> is not looked at.</summary>
    public IReadOnlyList<OrganizationRoleId>? RoleIds { get; init; }
}
