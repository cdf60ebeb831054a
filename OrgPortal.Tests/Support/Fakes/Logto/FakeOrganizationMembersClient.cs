using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;

namespace OrgPortal.Tests.Support.Fakes.Logto;

public sealed class FakeOrganizationMembersClient(FakeLogto logto) : IOrganizationMembersClient
{
    public Task<Page<OrganizationMember>> ListAsync(OrganizationId organization, PageRequest page, string? search = null, OrganizationRoleId? role = null, CancellationToken cancellationToken = default) =>
        Run(nameof(ListAsync), call =>
        {
            if (page is not { Number: >= 1, Size: >= 1 and <= PageRequest.MaxSize })
            {
                throw FakeLogto.BadRequest("guard.invalid_pagination", call);
            }

            var members = logto.Members
                .Where(member => member.Organization == organization && (role is not { } wanted || member.Roles.Contains(wanted)))
                .Join(logto.Users, member => member.User, user => user.Id, (member, user) => (member, user))
                .Where(pair => IsMatch(pair.user, search))
                .OrderBy(pair => pair.user.Id.Value, StringComparer.Ordinal)
                .Select(pair => Row(pair.member, pair.user))
                .ToList();
            return new Page<OrganizationMember>([.. members.Skip((page.Number - 1) * page.Size).Take(page.Size)], page, members.Count);
        }, cancellationToken);

    public Task AddAsync(OrganizationId organization, IReadOnlyList<UserId> users) => Run(nameof(AddAsync), call =>
    {
        if (users.Count == 0)
        {
            throw FakeLogto.BadRequest("guard.invalid_input", call);
        }

        if (!logto.Organizations.Exists(candidate => candidate.Id == organization) || users.Any(user => !logto.Users.Exists(candidate => candidate.Id == user)))
        {
            throw FakeLogto.Unprocessable("entity.relation_foreign_key_not_found", call);
        }

        return users.Select(user => logto.AddMember(organization, user)).ToList();
    });

    public Task RemoveAsync(OrganizationId organization, UserId user) => Run(nameof(RemoveAsync), call =>
        logto.Members.Remove(logto.FindMember(organization, user)!) ? true : throw FakeLogto.NotFound("entity.not_found", call));

    public Task<IReadOnlyList<OrganizationRole>> ListRolesAsync(OrganizationId organization, UserId user, CancellationToken cancellationToken = default) =>
        Run<IReadOnlyList<OrganizationRole>>(nameof(ListRolesAsync), call =>
        {
            var member = MemberOf(organization, user, call);
            return [.. logto.Roles.Where(role => member.Roles.Contains(role.Id)).Select(role => role with { Scopes = [], ResourceScopes = [] })];
        }, cancellationToken);

    public Task AddRolesAsync(OrganizationId organization, UserId user, IReadOnlyList<OrganizationRoleId> roles) => Run(nameof(AddRolesAsync), call =>
    {
        var member = MemberOf(organization, user, call);
        CheckRoles(roles, call);
        member.Roles.AddRange(roles.Except(member.Roles).ToList());
        return member;
    });

    public Task ReplaceRolesAsync(OrganizationId organization, UserId user, IReadOnlyList<OrganizationRoleId> roles) => Run(nameof(ReplaceRolesAsync), call =>
    {
        var member = MemberOf(organization, user, call);
        CheckRoles(roles, call);
        member.Roles.Clear();
        member.Roles.AddRange(roles);
        return member;
    });

    public Task<IReadOnlyList<string>> ListScopesAsync(OrganizationId organization, UserId user, CancellationToken cancellationToken = default) =>
        Run<IReadOnlyList<string>>(nameof(ListScopesAsync), _ =>
        {
            var roles = logto.FindMember(organization, user)?.Roles ?? [];
            return [.. logto.Roles.Where(role => roles.Contains(role.Id)).SelectMany(role => role.Scopes).Select(scope => scope.Name).Distinct()];
        }, cancellationToken);

    private static bool IsMatch(User user, string? search) =>
        string.IsNullOrEmpty(search)
        || ((string?[])[user.Id.Value, user.PrimaryEmail, user.Username, user.Name]).Any(text => text?.Contains(search, StringComparison.OrdinalIgnoreCase) is true);

    private OrganizationMember Row(FakeMembership member, User user) =>
        new(user.Id, user.Username, user.PrimaryEmail, user.Name, user.Avatar, user.IsSuspended, user.LastSignInAt, logto.NameRoles(member.Roles));

    private FakeMembership MemberOf(OrganizationId organization, UserId user, string call) =>
        logto.FindMember(organization, user) ?? throw FakeLogto.Unprocessable("organization.require_membership", call);

    private void CheckRoles(IReadOnlyList<OrganizationRoleId> roles, string call)
    {
        foreach (var id in roles)
        {
            var role = logto.Roles.Find(candidate => candidate.Id == id) ?? throw FakeLogto.Unprocessable("entity.relation_foreign_key_not_found", call);
            if (!role.IsForPeople)
            {
                throw FakeLogto.Unprocessable("entity.db_constraint_violated", call);
            }
        }
    }

    private Task<T> Run<T>(string method, Func<string, T> act, CancellationToken cancellationToken = default) =>
        logto.Calls.RunAsync(logto, nameof(IOrganizationMembersClient), method, act, cancellationToken);
}
