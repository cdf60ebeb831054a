using System.Net;
using Duende.IdentityModel.Client;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace OrgPortal.Web.Authentication.Tokens;

internal sealed partial class TokenEndpoint(
    IHttpClientFactory clients, IOptionsMonitor<OpenIdConnectOptions> openId, TimeProvider time, ILogger<TokenEndpoint> logger) : ITokenEndpoint
{
    /// <summary>The name of the HTTP client.</summary>
    public const string ClientName = "Logto.OpenId";

    private static readonly TimeSpan RevocationTimeout = TimeSpan.FromSeconds(5);

    private OpenIdConnectOptions Options => openId.Get(PortalSchemes.OpenId);

    public async Task<TokenAnswer> RefreshAsync(string refreshToken, TokenTarget target)
    {
        if (await DiscoverAsync(CancellationToken.None) is not { TokenEndpoint: { Length: > 0 } endpoint })
        {
            return new TokenUnreachable();
        }

        using var request = new RefreshTokenRequest
        {
            Address = endpoint,
            ClientId = Options.ClientId!,
            ClientSecret = Options.ClientSecret,
            ClientCredentialStyle = ClientCredentialStyle.PostBody,
            RefreshToken = refreshToken,
        };
        if (target.Resource is { } resource)
        {
            request.Resource.Add(resource);
        }

        if (target.Organization is { } organization)
        {
            request.Parameters.Add("organization_id", organization.Value);
        }

        using var client = clients.CreateClient(ClientName);
        return Read(await client.RequestRefreshTokenAsync(request));
    }

    public async Task RevokeAsync(string refreshToken)
    {
        using var patience = new CancellationTokenSource(RevocationTimeout, time);
        try
        {
            if (await DiscoverAsync(patience.Token) is not { RevocationEndpoint: { Length: > 0 } endpoint })
            {
                return;
            }

            using var client = clients.CreateClient(ClientName);
            using var request = new TokenRevocationRequest
            {
                Address = endpoint,
                ClientId = Options.ClientId!,
                ClientSecret = Options.ClientSecret,
                ClientCredentialStyle = ClientCredentialStyle.PostBody,
                Token = refreshToken,
                TokenTypeHint = "refresh_token",
            };
            using var answer = await client.RevokeTokenAsync(request, patience.Token);
            if (answer.IsError)
            {
                LogNotRevoked((int)answer.HttpStatusCode);
            }
        }
        catch (OperationCanceledException)
        {
            LogNotRevoked(0);
        }
    }

    private TokenAnswer Read(TokenResponse answer)
    {
        using (answer)
        {
            if (answer is { IsError: false, AccessToken: { Length: > 0 } token })
            {
                return new TokenGranted(
                    new UserToken(token, time.GetUtcNow().AddSeconds(answer.ExpiresIn), answer.Scope ?? string.Empty), answer.RefreshToken, answer.IdentityToken);
            }

            // Logto words its errors as {code, message, error, error_description}; only error is for programs.
            if (answer.Json is not null && answer.TryGet("error") is { Length: > 0 } error && answer.HttpStatusCode < HttpStatusCode.InternalServerError)
            {
                LogRefused(error);
                return new TokenRefused(error);
            }

            LogUnreachable((int)answer.HttpStatusCode);
            return new TokenUnreachable();
        }
    }

    private async Task<OpenIdConnectConfiguration?> DiscoverAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await Options.ConfigurationManager!.GetConfigurationAsync(cancellationToken);
        }
        catch (InvalidOperationException exception)
        {
            LogNoDiscovery(exception);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Logto refused a refresh token: {Error}.")]
    private partial void LogRefused(string error);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Logto's token endpoint gave no usable answer (status {Status}).")]
    private partial void LogUnreachable(int status);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A refresh token could not be revoked (status {Status}); it dies when it expires.")]
    private partial void LogNotRevoked(int status);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Logto's discovery document could not be read.")]
    private partial void LogNoDiscovery(Exception exception);
}
