using Duende.IdentityModel.Client;
using Microsoft.Extensions.Options;

namespace OrgPortal.Web.Logto.Connection;

/// <summary>
/// The management token: one at a time for the whole process, fetched by client credentials, renewed a minute before it ends.
/// Whoever comes while it is being fetched waits for the same answer.
/// </summary>
internal sealed partial class ManagementTokens(IHttpClientFactory clients, IOptions<LogtoOptions> options, TimeProvider time, ILogger<ManagementTokens> logger)
{
    /// <summary>The name of the client that fetches tokens.</summary>
    public const string HttpClientName = "logto-token";

    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private ManagementToken? _token;
    private Task<ManagementToken>? _fetch;

    /// <summary>The token to send.</summary>
    /// <exception cref="LogtoUnreachableException">There is none, and none can be had.</exception>
    public async Task<string> GetAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (_token is { } token && now < token.RenewAt)
        {
            return token.Value;
        }

        try
        {
            return (await FetchOnce().WaitAsync(cancellationToken)).Value;
        }
        catch (LogtoUnreachableException) when (_token is { } old && time.GetUtcNow() < old.ExpiresAt)
        {
            return old.Value;
        }
    }

    /// <summary>A new token, because Logto refused this one; when another call has renewed it meanwhile, that one.</summary>
    public async Task<string> RenewAsync(string refused, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_token?.Value == refused)
            {
                _token = null;
            }
        }

        return await GetAsync(cancellationToken);
    }

    private Task<ManagementToken> FetchOnce()
    {
        lock (_gate)
        {
            return _fetch is { IsCompleted: false } ? _fetch : _fetch = Task.Run(FetchAsync);
        }
    }

    // Shared by everybody who waits: nobody's cancellation stops it.
    private async Task<ManagementToken> FetchAsync()
    {
        var settings = options.Value;
        using var http = clients.CreateClient(HttpClientName);
        using var request = new ClientCredentialsTokenRequest
        {
            Address = new Uri(settings.Endpoint!, "oidc/token").ToString(),
            ClientId = settings.Management.ClientId!,
            ClientSecret = settings.Management.ClientSecret,
            ClientCredentialStyle = ClientCredentialStyle.PostBody,
            Scope = "all",
            Resource = { settings.Management.Resource },
        };
        var response = await http.RequestClientCredentialsTokenAsync(request);
        if (response.IsError || response.AccessToken is null)
        {
            Refused(response.Error, response.HttpStatusCode);
            throw new LogtoUnreachableException("oidc/token", response.Exception);
        }

        var now = time.GetUtcNow();
        var life = TimeSpan.FromSeconds(response.ExpiresIn);
        var token = new ManagementToken(response.AccessToken, now + life - Min(Margin, life / 2), now + life);
        lock (_gate)
        {
            _token = token;
        }

        return token;
    }

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;

    [LoggerMessage(Level = LogLevel.Error, Message = "Logto gave no management token: {Error} ({Status}). Check Logto:Management:ClientId, ClientSecret and Resource.")]
    private partial void Refused(string? error, System.Net.HttpStatusCode status);
}
