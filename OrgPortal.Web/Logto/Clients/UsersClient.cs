using OrgPortal.Web.Logto.Connection;
using OrgPortal.Web.Logto.Models;

namespace OrgPortal.Web.Logto.Clients;

internal sealed class UsersClient(LogtoConnection logto) : IUsersClient
{
    public Task<User> GetAsync(UserId user, CancellationToken cancellationToken = default) =>
        logto.GetAsync(LogtoRoutes.User(user), LogtoJson.Default.User, cancellationToken);

    public Task<IReadOnlyList<UserOrganization>> ListOrganizationsAsync(UserId user, CancellationToken cancellationToken = default) =>
        logto.GetAsync(LogtoRoutes.UserOrganizations(user), LogtoJson.Default.IReadOnlyListUserOrganization, cancellationToken);

    public Task<IReadOnlyList<SecondFactor>> ListSecondFactorsAsync(UserId user, CancellationToken cancellationToken = default) =>
        logto.GetAsync(LogtoRoutes.UserMfaVerifications(user), LogtoJson.Default.IReadOnlyListSecondFactor, cancellationToken);
}
