using System.ComponentModel;

namespace OrgPortal.Web.Features.EnterpriseSignIn.Api;

/// <summary>The connections of an organization.</summary>
internal sealed record ConnectionListResponse(
    [property: Description("Its own by name, then those that were set up in Logto itself.")] IReadOnlyList<ConnectionResponse> Items,
    [property: Description("The roles of everybody who becomes a member by signing in.")] IReadOnlyList<RoleReference> JoinRoles,
    [property: Description("off, oidc or all: what the organization may set up by itself.")] SelfService Offered,
    [property: Description("How many it may have of its own.")] int Limit)
{
    /// <summary>Maps it.</summary>
    public static ConnectionListResponse From(ConnectionList list) => new([.. list.Connections.Select(ConnectionResponse.From)], RoleReference.From(list.JoinRoles), list.Offered, list.Limit);
}
