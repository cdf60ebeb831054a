using OrgPortal.Web.Features;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Authorization;

internal sealed class AccountStanding(IUsersClient users) : IAccountStanding
{
    public async Task<Result<bool>> IsSuspendedAsync(UserId user)
    {
        var active = await FindActiveAsync(user);
        return active.IsFailure ? active.Failure : active.Value is null;
    }

    public async Task<Result<User?>> FindActiveAsync(UserId user, CancellationToken cancellationToken = default)
    {
        var account = await users.GetAsync(user, cancellationToken).ToResultAsync();
        return account switch
        {
            { Failure: NotFound } or { IsFailure: false, Value.IsSuspended: true } => Result.Of<User?>(null),
            { IsFailure: true } => account.Failure,
            _ => account.Value,
        };
    }
}
