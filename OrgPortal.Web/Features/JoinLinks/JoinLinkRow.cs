using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Models;

namespace OrgPortal.Web.Features.JoinLinks;

/// <summary>A link in the list. Its secret is not among what is known of it.</summary>
/// <param name="Id">Names it; opens nothing.</param>
/// <param name="Name">What its makers call it.</param>
/// <param name="State">Where it stands.</param>
/// <param name="IsOn">Whether it is switched on.</param>
/// <param name="Roles">What it gives, as far as the template still has it.</param>
/// <param name="Domains">Whose addresses may use it, as people write them; empty for anybody.</param>
/// <param name="Uses">How many have joined.</param>
/// <param name="MaxUses">How many may; <see langword="null"/> for any number.</param>
/// <param name="MakerId">Who vouches for it.</param>
/// <param name="MakerName">What that person was called.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="ExpiresAt">When it ends, or ended.</param>
/// <param name="Version">Changes with whatever a person may change of it.</param>
public sealed record JoinLinkRow(
    Guid Id,
    string Name,
    JoinLinkState State,
    bool IsOn,
    IReadOnlyList<OrganizationRoleName> Roles,
    IReadOnlyList<string> Domains,
    int Uses,
    int? MaxUses,
    UserId MakerId,
    string? MakerName,
    DateTimeOffset CreatedAt,
    DateTimeOffset ExpiresAt,
    string Version);
