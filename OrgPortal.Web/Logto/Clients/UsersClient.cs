using OrgPortal.Web.Logto.Connection;
using OrgPortal.Web.Logto.Models;

namespace OrgPortal.Web.Logto.Clients;

internal sealed class UsersClient(LogtoConnection logto) : IUsersClient
{
    public Task<User> GetAsync(UserId user, CancellationToken cancellationToken = default) =>
        logto.GetAsync(LogtoRoutes.User(user), LogtoJson.Default.User, cancellationToken);

    public async Task<bool> HasAddressAsync(string address, CancellationToken cancellationToken = default)
    {
        // Without it Logto answers everybody.
        ArgumentException.ThrowIfNullOrWhiteSpace(address);
        var route = LogtoRoutes.Users.WithQuery(("search.primaryEmail", address), ("mode.primaryEmail", "exact"), ("page", "1"), ("page_size", "1"));
        return (await logto.GetPageAsync(route, new PageRequest(1, 1), LogtoJson.Default.IReadOnlyListUser, cancellationToken)).Items.Count > 0;
    }

    public Task<IReadOnlyList<UserOrganization>> ListOrganizationsAsync(UserId user, CancellationToken cancellationToken = default) =>
        logto.GetAsync(LogtoRoutes.UserOrganizations(user), LogtoJson.Default.IReadOnlyListUserOrganization, cancellationToken);

    public Task<IReadOnlyList<SecondFactor>> ListSecondFactorsAsync(UserId user, CancellationToken cancellationToken = default) =>
        logto.GetAsync(LogtoRoutes.UserMfaVerifications(user), LogtoJson.Default.IReadOnlyListSecondFactor, cancellationToken);
}
