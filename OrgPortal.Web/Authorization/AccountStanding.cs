using OrgPortal.Web.Features;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Authorization;

internal sealed class AccountStanding(IUsersClient users) : IAccountStanding
{
    public async Task<Result<bool>> IsSuspendedAsync(UserId user)
    {
        var account = await users.GetAsync(user, CancellationToken.None).ToResultAsync();
        return account switch
        {
            { Failure: NotFound } => true,
            { IsFailure: true } => account.Failure,
            _ => account.Value.IsSuspended,
        };
    }
}
