using OrgPortal.Web.Authentication.Sessions;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Authentication.Tokens;

internal sealed class UserTokens(SessionRegistry sessions, ITokenEndpoint endpoint, SessionGates gates, TimeProvider time) : IUserTokens
{
    /// <summary>The reason when Logto does not let a person have a token: no member, or a second factor is missing (contract C4).</summary>
    public const string NotGranted = "token_not_granted";

    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(30);

    public async Task<Result<UserToken>> GetAsync(string session, TokenTarget target, string? rejected = null, CancellationToken cancellationToken = default)
    {
        if (await sessions.FindAsync(session, cancellationToken) is not { } found)
        {
            return new SignInRequired();
        }

        // The refresh itself does not know of the caller's cancellation: leaving a page must not lose a rotated token.
        return Usable(found, target, rejected) is { } usable ? usable : await RefreshAsync(session, target, rejected).WaitAsync(cancellationToken);
    }

    private async Task<Result<UserToken>> RefreshAsync(string session, TokenTarget target, string? rejected)
    {
        // One at a time and session: Logto takes a refresh token that is used twice for stolen, and revokes the grant.
        using var held = await gates.EnterAsync(session);
        if (await sessions.FindAsync(session) is not { } found)
        {
            return new SignInRequired();
        }

        if (Usable(found, target, rejected) is { } meanwhile)
        {
            return meanwhile;
        }

        return found.Content.Tokens.RefreshToken is { } refreshToken
            ? await ConcludeAsync(found, target, await endpoint.RefreshAsync(refreshToken, target))
            : new SignInRequired();
    }

    private async Task<Result<UserToken>> ConcludeAsync(Session session, TokenTarget target, TokenAnswer answer)
    {
        switch (answer)
        {
            case TokenGranted granted:
                var tokens = session.Content.Tokens.With(target, granted, time.GetUtcNow());
                if (await sessions.SaveTokensAsync(session, tokens))
                {
                    return granted.Token;
                }

                // Signed out meanwhile: what was just issued must not outlive the session.
                await endpoint.RevokeAsync(tokens.RefreshToken!);
                return new SignInRequired();
            case TokenRefused { Error: "invalid_grant" }:
                await sessions.EndAsync(session.Key);
                return new SignInRequired();
            case TokenRefused { Error: "access_denied" or "insufficient_scope" or "invalid_target" or "invalid_scope" }:
                return new Refused(NotGranted);
            default:
                return new Unavailable();
        }
    }

    private UserToken? Usable(Session session, TokenTarget target, string? rejected) =>
        session.Content.Tokens.Access.TryGetValue(target.Key, out var token) && token.Value != rejected && token.ExpiresAt - time.GetUtcNow() > Margin
            ? token
            : null;
}
