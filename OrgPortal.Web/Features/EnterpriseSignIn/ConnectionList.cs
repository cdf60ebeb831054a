using OrgPortal.Web.Logto.Models;

namespace OrgPortal.Web.Features.EnterpriseSignIn;

/// <summary>The connections of an organization.</summary>
/// <param name="Connections">Its own by name, then those that were set up in Logto itself.</param>
/// <param name="JoinRoles">The roles of people who become members by signing in, whichever way: one set for the organization.</param>
/// <param name="Offered">What the organization may set up by itself.</param>
/// <param name="Limit">How many it may have of its own.</param>
public sealed record ConnectionList(IReadOnlyList<ConnectionRow> Connections, IReadOnlyList<OrganizationRoleName> JoinRoles, SelfService Offered, int Limit)
{
    /// <summary>Whether it has as many of its own as it may.</summary>
    public bool IsFull => Connections.Count(row => row.Id is not null) >= Limit;
}
