using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Authorization;

/// <summary>
/// Whether an account may still act at all. Logto goes on answering the permissions of somebody who is suspended, so for a change, and for whoever
/// vouches for an invitation, this is asked beside the rights.
/// </summary>
public interface IAccountStanding
{
    /// <summary>Whether the account is suspended in the tenant, or gone, at this moment. One call to Logto.</summary>
    Task<Result<bool>> IsSuspendedAsync(UserId user);

    /// <summary>The account as it is at this moment; <see langword="null"/> when it is suspended in the tenant, or gone. One call to Logto.</summary>
    Task<Result<User?>> FindActiveAsync(UserId user, CancellationToken cancellationToken = default);
}
