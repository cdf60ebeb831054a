using System.Globalization;
using OrgPortal.Web.Logto.Connection;
using OrgPortal.Web.Logto.Models;
using static OrgPortal.Web.Logto.Connection.LogtoConnection;

namespace OrgPortal.Web.Logto.Clients;

internal sealed class OrganizationMembersClient(LogtoConnection logto) : IOrganizationMembersClient
{
    public Task<Page<OrganizationMember>> ListAsync(OrganizationId organization, PageRequest page, string? search = null, OrganizationRoleId? role = null, CancellationToken cancellationToken = default)
    {
        var route = LogtoRoutes.Members(organization).WithQuery(
            ("q", SearchText.Clean(search)),
            ("organizationRoleId", role?.Value),
            ("page", page.Number.ToString(CultureInfo.InvariantCulture)),
            ("page_size", page.Size.ToString(CultureInfo.InvariantCulture)));
        return logto.GetPageAsync(route, page, LogtoJson.Default.IReadOnlyListOrganizationMember, cancellationToken);
    }

    public Task AddAsync(OrganizationId organization, IReadOnlyList<UserId> users) =>
        logto.SendAsync(HttpMethod.Post, LogtoRoutes.Members(organization), Json(new UserIdsBody(users), LogtoJson.Default.UserIdsBody));

    public Task RemoveAsync(OrganizationId organization, UserId user) => logto.SendAsync(HttpMethod.Delete, LogtoRoutes.Member(organization, user));

    public async Task<IReadOnlyList<OrganizationRole>> ListRolesAsync(OrganizationId organization, UserId user, CancellationToken cancellationToken = default)
    {
        var roles = await logto.GetAsync(LogtoRoutes.MemberRoles(organization, user), LogtoJson.Default.IReadOnlyListMemberRoleBody, cancellationToken);
        return [.. roles.Select(role => role.ToRole())];
    }

    public Task AddRolesAsync(OrganizationId organization, UserId user, IReadOnlyList<OrganizationRoleId> roles) =>
        logto.SendAsync(HttpMethod.Post, LogtoRoutes.MemberRoles(organization, user), Json(new OrganizationRoleIdsBody(roles), LogtoJson.Default.OrganizationRoleIdsBody));

    public Task ReplaceRolesAsync(OrganizationId organization, UserId user, IReadOnlyList<OrganizationRoleId> roles) =>
        logto.SendAsync(HttpMethod.Put, LogtoRoutes.MemberRoles(organization, user), Json(new OrganizationRoleIdsBody(roles), LogtoJson.Default.OrganizationRoleIdsBody));

    public async Task<IReadOnlyList<string>> ListScopesAsync(OrganizationId organization, UserId user, CancellationToken cancellationToken = default)
    {
        var scopes = await logto.GetAsync(LogtoRoutes.MemberScopes(organization, user), LogtoJson.Default.IReadOnlyListScopeName, cancellationToken);
        return [.. scopes.Select(scope => scope.Name)];
    }
}
