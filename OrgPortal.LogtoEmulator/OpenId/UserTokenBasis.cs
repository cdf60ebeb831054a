using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.OpenId;

/// <summary>What an authorization code and a refresh token have in common: for whom tokens are issued and what may be in them.</summary>
internal sealed record UserTokenBasis(
    Application Client,
    string UserId,
    string GrantId,
    IReadOnlyList<string> Scopes,
    IReadOnlyList<string> Resources,
    string? Nonce,
    long? AuthTime,
    string? Sid,
    string? BoundToSession)
{
    public static UserTokenBasis Of(Application client, AuthorizationCode code) =>
        new(client, code.AccountId, code.GrantId, code.Scopes, code.Resources, code.Nonce, code.AuthTime, code.Sid, code.BoundToSession);

    public static UserTokenBasis Of(Application client, RefreshToken token) =>
        new(client, token.AccountId, token.GrantId, token.Scopes, token.Resources, token.Nonce, token.AuthTime, token.Sid, token.BoundToSession);
}
