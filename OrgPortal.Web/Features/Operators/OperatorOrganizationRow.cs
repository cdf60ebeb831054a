using OrgPortal.Web.Authorization;
using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Operators;

/// <summary>An organization in the operators' list.</summary>
/// <param name="Id">Which one.</param>
/// <param name="Name">What it is called.</param>
/// <param name="LogoUrl">Its logo, on whatever host.</param>
/// <param name="Members">How many people belong to it.</param>
/// <param name="CreatedAt">When it was created.</param>
/// <param name="LastActivityAt">When something was last done in it that is on record; <see langword="null"/> for never.</param>
/// <param name="Hold">Set when it was deleted and can still be restored.</param>
public sealed record OperatorOrganizationRow(
    OrganizationId Id, string Name, string? LogoUrl, int Members, DateTimeOffset CreatedAt, DateTimeOffset? LastActivityAt, OrganizationHold? Hold);
