using System.Text.Json.Nodes;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.OpenId;

/// <summary>Tells applications that a session ended, by a signed logout token sent to the address they registered.</summary>
internal sealed partial class BackchannelLogout(
    LogtoState state, SigningKey key, EmulatorAddress address, ILogger<BackchannelLogout> logger) : IDisposable
{
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false })
    {
        Timeout = TimeSpan.FromSeconds(30),
    };

    /// <summary>Tells every application the session was used for; one that cannot be reached is passed over.</summary>
    public Task SendAsync(Session session) => Task.WhenAll(
        from authorization in session.Authorizations
        let metadata = state.Read(tables => tables.Applications.Find(authorization.Key))?.OidcClientMetadata
        where metadata?.BackchannelLogoutUri is not null
        select SendAsync(metadata, authorization.Key, Token(session, authorization.Key, metadata, authorization.Value.Sid)));

    public void Dispose() => _client.Dispose();

    private async Task SendAsync(OidcClientMetadata metadata, string clientId, string token)
    {
        try
        {
            using var form = new FormUrlEncodedContent([KeyValuePair.Create("logout_token", token)]);
            using var answer = await _client.PostAsync(metadata.BackchannelLogoutUri, form);
            if (!answer.IsSuccessStatusCode)
            {
                LogRefused(clientId, (int)answer.StatusCode);
            }
        }
        catch (Exception unreachable) when (unreachable is HttpRequestException or TaskCanceledException or InvalidOperationException)
        {
            LogUnreachable(clientId, unreachable.GetType().Name);
        }
    }

    private string Token(Session session, string clientId, OidcClientMetadata metadata, string sid)
    {
        var now = state.Clock.GetUtcNow().ToUnixTimeSeconds();
        var claims = new JsonObject
        {
            ["iss"] = address.Issuer,
            ["sub"] = session.AccountId,
            ["aud"] = clientId,
            ["iat"] = now,
            ["exp"] = now + (long)Lifetimes.LogoutToken.TotalSeconds,
            ["jti"] = LogtoIds.Standard(),
            ["events"] = new JsonObject { ["http://schemas.openid.net/event/backchannel-logout"] = new JsonObject() },
        };
        if (metadata.BackchannelLogoutSessionRequired == true)
        {
            claims["sid"] = sid;
        }

        return key.Sign("logout+jwt", claims);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Application {ClientId} answered {Status} to the news that a session ended.")]
    private partial void LogRefused(string clientId, int status);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Application {ClientId} could not be told that a session ended: {Reason}.")]
    private partial void LogUnreachable(string clientId, string reason);
}
