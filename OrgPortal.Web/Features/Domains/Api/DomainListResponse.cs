using System.ComponentModel;

namespace OrgPortal.Web.Features.Domains.Api;

/// <summary>The domains of an organization.</summary>
internal sealed record DomainListResponse(
    [property: Description("By name.")] IReadOnlyList<DomainResponse> Items,
    [property: Description("The roles of people who join automatically; empty where nobody does.")] IReadOnlyList<RoleReference> JoinRoles,
    [property: Description("Whether people may ask or join by domain in this tenant: only where sign-up verifies addresses.")] bool CanOpen)
{
    /// <summary>Maps it.</summary>
    public static DomainListResponse From(DomainList list) => new([.. list.Domains.Select(DomainResponse.From)], RoleReference.From(list.JoinRoles), list.CanOpen);
}
