using OrgPortal.Web.Logto.Models;

namespace OrgPortal.Web.Features.Domains;

/// <summary>The domains of an organization.</summary>
/// <param name="Domains">By name.</param>
/// <param name="JoinRoles">The roles of people who join automatically, whichever way: one set for the organization. Empty where nobody does.</param>
/// <param name="CanOpen">Whether people may ask or join by domain in this tenant: only where an account's address is its person's.</param>
public sealed record DomainList(IReadOnlyList<DomainRow> Domains, IReadOnlyList<OrganizationRoleName> JoinRoles, bool CanOpen);
