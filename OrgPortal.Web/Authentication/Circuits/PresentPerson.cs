using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Authentication.Circuits;

/// <summary>A person with open pages on this node, or who was given pages lately.</summary>
/// <param name="Id">Who.</param>
/// <param name="Organizations">The organizations whose pages are open; none for the person's home page and for visitors.</param>
internal sealed record PresentPerson(UserId Id, IReadOnlySet<OrganizationId> Organizations);
