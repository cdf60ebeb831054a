using OrgPortal.Web.Authorization;
using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Operators;

/// <summary>One organization, as operators see it. What Logto did not answer is <see langword="null"/>.</summary>
/// <param name="Id">Which one.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Description">What it says about itself.</param>
/// <param name="LogoUrl">Its logo, on whatever host.</param>
/// <param name="CreatedAt">When it was created.</param>
/// <param name="RequiresSecondFactor">Whether its members need a second factor.</param>
/// <param name="Members">How many people belong to it.</param>
/// <param name="Machines">How many machine applications are in it.</param>
/// <param name="Connectors">The identity providers through which people become members.</param>
/// <param name="Domains">Its domains: those it claims, and those people join by.</param>
/// <param name="Administrators">Who administers it.</param>
/// <param name="Hold">Set when it was deleted and can still be restored.</param>
/// <param name="Findings">What to see to, as it was when the organization was last looked at.</param>
public sealed record OperatorOrganization(
    OrganizationId Id,
    string Name,
    string? Description,
    string? LogoUrl,
    DateTimeOffset CreatedAt,
    bool RequiresSecondFactor,
    int? Members,
    int? Machines,
    IReadOnlyList<string>? Connectors,
    IReadOnlyList<OperatorDomain>? Domains,
    OrganizationAdministrators Administrators,
    OrganizationHold? Hold,
    IReadOnlyList<Finding> Findings);
