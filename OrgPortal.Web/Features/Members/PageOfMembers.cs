using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.Members;

/// <summary>A page of members as Logto has them, with what only the portal knows of them.</summary>
/// <param name="Members">Logto's page.</param>
/// <param name="Terms">Until when some of them are members; nobody where the store did not answer.</param>
internal sealed record PageOfMembers(Page<OrganizationMember> Members, IReadOnlyDictionary<UserId, MembershipTerm> Terms);
