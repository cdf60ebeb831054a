using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Models;

namespace OrgPortal.Web.Features.Members;

/// <summary>Somebody who belonged to the organization until lately.</summary>
/// <param name="Id">The person.</param>
/// <param name="Name">What the person was called; <see langword="null"/> when the account had no name.</param>
/// <param name="EmailAddress">The primary address then.</param>
/// <param name="Roles">The roles then.</param>
/// <param name="EndedAt">When it ended.</param>
/// <param name="How">How, from <see cref="FormerMembers"/>.</param>
/// <param name="EndedBy">What whoever ended it is called.</param>
/// <param name="KeptUntil">Until when they can be given back what they had.</param>
public sealed record FormerMember(
    UserId Id, string? Name, string? EmailAddress, IReadOnlyList<OrganizationRoleName> Roles, DateTimeOffset EndedAt, string How, string? EndedBy, DateTimeOffset KeptUntil)
{
    /// <summary>What to call the person in a sentence.</summary>
    internal string DisplayName => Name ?? EmailAddress ?? Id.Value;

    /// <summary>Whether the person went by themselves.</summary>
    internal bool HasLeft => How == FormerMembers.Left;
}
