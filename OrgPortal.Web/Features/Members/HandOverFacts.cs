using OrgPortal.Web.Authorization;
using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Members;

/// <summary>What Logto knows at the moment of handing over, read inside the organization's lock.</summary>
/// <param name="OrganizationName">What the organization is called.</param>
/// <param name="Giver">Who hands over.</param>
/// <param name="Recipient">Who takes over.</param>
/// <param name="IsRecipientSuspended">Whether the recipient's account is suspended in the tenant.</param>
/// <param name="Own">What the giver could give away, and the roles there are.</param>
/// <param name="Given">The giver's roles that make an administrator.</param>
internal sealed record HandOverFacts(
    string OrganizationName,
    PresentMember Giver,
    PresentMember Recipient,
    bool IsRecipientSuspended,
    Ceiling Own,
    IReadOnlyList<OrganizationRoleId> Given)
{
    /// <summary>The names of roles, for the record.</summary>
    public IReadOnlyList<string> NamesOf(IEnumerable<OrganizationRoleId> roles)
    {
        var wanted = roles.ToHashSet();
        return [.. Own.Template.Where(role => wanted.Contains(role.Id)).Select(role => role.Name).Order(StringComparer.Ordinal)];
    }
}
