using OrgPortal.Web.Authorization;
using OrgPortal.Web.Logto.Models;

namespace OrgPortal.Web.Features.Members;

/// <summary>What removing somebody would take away, read now.</summary>
/// <param name="Roles">The roles they have, by name.</param>
/// <param name="Powers">What the roles allow together.</param>
/// <param name="Lock">Why they cannot be removed; <see langword="null"/> when they can.</param>
public sealed record RemovalTerms(IReadOnlyList<OrganizationRoleName> Roles, IReadOnlyList<PermissionKey> Powers, MemberLock? Lock);
