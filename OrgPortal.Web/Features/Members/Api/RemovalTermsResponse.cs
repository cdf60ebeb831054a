using System.ComponentModel;

namespace OrgPortal.Web.Features.Members.Api;

/// <summary>What removing a member would take away.</summary>
internal sealed record RemovalTermsResponse(
    [property: Description("The roles they have, by name.")] IReadOnlyList<RoleReference> Roles,
    [property: Description("The portal's permissions that the roles carry together.")] IReadOnlyList<string> Permissions,
    [property: Description("Why they cannot be removed; null when they can.")] LockResponse? Lock)
{
    /// <summary>Maps it.</summary>
    public static RemovalTermsResponse From(RemovalTerms terms) => new(RoleReference.From(terms.Roles), [.. terms.Powers.Select(permission => permission.Value)], LockResponse.From(terms.Lock));
}
