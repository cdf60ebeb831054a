using OrgPortal.Web.Results;

namespace OrgPortal.Web.Authentication.Tokens;

/// <summary>Access tokens of the signed-in person, in requests and in circuits alike.</summary>
internal interface IUserTokens
{
    /// <summary>
    /// A token that is good for another half minute at least. Fails with <see cref="SignInRequired"/> when the session has ended (or Logto ended it just now),
    /// <see cref="Refused"/> when Logto does not let this person have this token, <see cref="Unavailable"/> when it did not answer.
    /// </summary>
    /// <param name="session">The session's key.</param>
    /// <param name="target">What the token is for.</param>
    /// <param name="rejected">A token that was answered with 401: it is not handed out again.</param>
    /// <param name="cancellationToken">Ends the waiting; a refresh that has begun goes on.</param>
    Task<Result<UserToken>> GetAsync(string session, TokenTarget target, string? rejected = null, CancellationToken cancellationToken = default);
}
