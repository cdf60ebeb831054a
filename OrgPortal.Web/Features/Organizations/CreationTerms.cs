using OrgPortal.Web.Authorization;

namespace OrgPortal.Web.Features.Organizations;

/// <summary>What somebody who may create an organization can choose from.</summary>
/// <param name="Roles">The roles for people, each with whether the organization's first administrator could give it; those that can do least first.</param>
public sealed record CreationTerms(IReadOnlyList<GrantableRole> Roles)
{
    /// <summary>The role to propose: the one that can do least, if it does not make an administrator.</summary>
    public GrantableRole? Proposed => Roles.FirstOrDefault(role => role is { CanGrant: true, IsAdministrator: false });
}
