using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;

namespace OrgPortal.Tests.Support.Fakes.Logto;

public sealed class FakeUsersClient(FakeLogto logto) : IUsersClient
{
    public Task<User> GetAsync(UserId user, CancellationToken cancellationToken = default) =>
        logto.Calls.RunAsync(logto, nameof(IUsersClient), nameof(GetAsync), call => Find(user, call), cancellationToken);

    public Task<bool> HasAddressAsync(string address, CancellationToken cancellationToken = default) =>
        logto.Calls.RunAsync(logto, nameof(IUsersClient), nameof(HasAddressAsync), _ => logto.Users.Exists(user => string.Equals(user.PrimaryEmail, address, StringComparison.OrdinalIgnoreCase)), cancellationToken);

    public Task<IReadOnlyList<SecondFactor>> ListSecondFactorsAsync(UserId user, CancellationToken cancellationToken = default) =>
        logto.Calls.RunAsync<IReadOnlyList<SecondFactor>>(logto, nameof(IUsersClient), nameof(ListSecondFactorsAsync), call =>
        {
            _ = Find(user, call);
            return [.. logto.SecondFactors.Where(factor => factor.User == user).Select(factor => new SecondFactor(factor.Type))];
        }, cancellationToken);

    public Task<IReadOnlyList<UserOrganization>> ListOrganizationsAsync(UserId user, CancellationToken cancellationToken = default) =>
        logto.Calls.RunAsync<IReadOnlyList<UserOrganization>>(logto, nameof(IUsersClient), nameof(ListOrganizationsAsync), call =>
        {
            _ = Find(user, call);
            return
            [
                .. from member in logto.Members
                   where member.User == user
                   join organization in logto.Organizations on member.Organization equals organization.Id
                   orderby organization.Id.Value
                   select new UserOrganization(organization.Id, organization.Name, organization.Description, organization.Branding, logto.NameRoles(member.Roles)),
            ];
        }, cancellationToken);

    public Task<IReadOnlyList<Role>> ListRolesAsync(UserId user, CancellationToken cancellationToken = default) =>
        logto.Calls.RunAsync<IReadOnlyList<Role>>(logto, nameof(IUsersClient), nameof(ListRolesAsync), call =>
        {
            _ = Find(user, call);
            return [.. logto.TenantRoles.Where(held => held.User == user).Select(held => new Role("role-" + held.Role, held.Role, held.Role, "User"))];
        }, cancellationToken);

    public Task<IReadOnlyList<string>> ListSsoConnectorsAsync(UserId user, CancellationToken cancellationToken = default) =>
        logto.Calls.RunAsync<IReadOnlyList<string>>(logto, nameof(IUsersClient), nameof(ListSsoConnectorsAsync), call =>
        {
            _ = Find(user, call);
            return [.. logto.SsoIdentities.Where(one => one.User == user).Select(one => one.Connector)];
        }, cancellationToken);

    public Task<User> UpdateAsync(UserId user, UserChange change) =>
        logto.Calls.RunAsync(logto, nameof(IUsersClient), nameof(UpdateAsync), call =>
        {
            var before = Find(user, call);
            return Replace(before, before with { Name = Changed(before.Name, change.Name), Avatar = Changed(before.Avatar, change.Avatar) });
        }, CancellationToken.None);

    public Task SetLocaleAsync(UserId user, string locale) =>
        logto.Calls.RunAsync(logto, nameof(IUsersClient), nameof(SetLocaleAsync), call => Replace(Find(user, call), Find(user, call) with { Profile = new UserProfile(locale) }), CancellationToken.None);

    public Task<IReadOnlyList<UserSession>> ListSessionsAsync(UserId user, CancellationToken cancellationToken = default) =>
        logto.Calls.RunAsync<IReadOnlyList<UserSession>>(
            logto, nameof(IUsersClient), nameof(ListSessionsAsync), _ => [.. logto.Sessions.Where(session => session.User == user).Select(session => session.Session)], cancellationToken);

    public Task EndSessionAsync(UserId user, string session) =>
        logto.Calls.RunAsync(logto, nameof(IUsersClient), nameof(EndSessionAsync), call =>
            logto.Sessions.RemoveAll(one => one.User == user && one.Session.Uid == session) > 0 ? true : throw FakeLogto.NotFound("oidc.session_not_found", call), CancellationToken.None);

    private static string? Changed(string? before, string? change) => change is null ? before : change.Length == 0 ? null : change;

    private User Replace(User before, User after)
    {
        logto.Users[logto.Users.IndexOf(before)] = after;
        return after;
    }

    private User Find(UserId user, string call) =>
        logto.Users.Find(candidate => candidate.Id == user) ?? throw FakeLogto.NotFound("entity.not_found", call);
}
