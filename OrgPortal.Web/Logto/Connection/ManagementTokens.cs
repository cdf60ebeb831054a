using Duende.IdentityModel.Client;
using Microsoft.Extensions.Options;

namespace OrgPortal.Web.Logto.Connection;

/// <summary>
/// The management token: one at a time for the whole process, fetched by client credentials. Renewed in the background from a minute
/// before its end, while the old one goes on being used. Whoever needs one while it is being fetched waits for the same answer.
/// </summary>
internal sealed partial class ManagementTokens(IHttpClientFactory clients, IOptions<LogtoOptions> options, TimeProvider time, ILogger<ManagementTokens> logger)
{
    /// <summary>The name of the client that fetches tokens.</summary>
    public const string HttpClientName = "logto-token";

    /// <summary>A token takes a kilobyte or two.</summary>
    public const long LargestAnswer = 256 * 1024;

    private const string Route = "oidc/token";
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private volatile ManagementToken? _token;
    private Task<ManagementToken>? _fetch;

    /// <summary>The token to send.</summary>
    /// <exception cref="LogtoUnreachableException">There is none, and none can be had.</exception>
    public async ValueTask<string> GetAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (_token is not { } token || now >= token.ExpiresAt)
        {
            return (await FetchOnce().WaitAsync(cancellationToken)).Value;
        }

        if (now >= token.RenewAt)
        {
            _ = FetchOnce();
        }

        return token.Value;
    }

    /// <summary>A new token, because Logto refused this one; when another call has renewed it meanwhile, that one.</summary>
    /// <exception cref="LogtoUnreachableException">None can be had.</exception>
    public ValueTask<string> RenewAsync(string refused, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_token?.Value == refused)
            {
                _token = null;
            }
        }

        return GetAsync(cancellationToken);
    }

    private Task<ManagementToken> FetchOnce()
    {
        lock (_gate)
        {
            // Between the caller's look and this one another fetch may have ended.
            if (_token is { } token && time.GetUtcNow() < token.RenewAt)
            {
                return Task.FromResult(token);
            }

            return _fetch is { IsCompleted: false } ? _fetch : _fetch = Task.Run(FetchAsync);
        }
    }

    // Shared by everybody who waits: nobody's cancellation stops it.
    private async Task<ManagementToken> FetchAsync()
    {
        var response = await RequestAsync();
        lock (_gate)
        {
            var now = time.GetUtcNow();
            if (response.IsError || response.AccessToken is null)
            {
                // While the old one works, a token endpoint in trouble is left in peace for a moment.
                _token = _token is { } old ? old with { RenewAt = Earlier(now + PauseAfterFailure, old.ExpiresAt) } : null;
                NotGiven(response.Error ?? response.ErrorType.ToString(), (int)response.HttpStatusCode);
                throw new LogtoUnreachableException(Route, response.Exception);
            }

            var life = TimeSpan.FromSeconds(response.ExpiresIn);
            var end = now + life;
            return _token = new ManagementToken(response.AccessToken, Later(end - Margin, now + (life / 2)), end);
        }
    }

    private async Task<TokenResponse> RequestAsync()
    {
        var settings = options.Value;
        using var http = clients.CreateClient(HttpClientName);
        using var request = new ClientCredentialsTokenRequest
        {
            Address = settings.ManagementTokenAddress.ToString(),
            ClientId = settings.Management.ClientId!,
            ClientSecret = settings.Management.ClientSecret,
            ClientCredentialStyle = ClientCredentialStyle.PostBody,
            Scope = "all",
            Resource = { settings.Management.Resource },
        };
        return await http.RequestClientCredentialsTokenAsync(request);
    }

    private static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;

    [LoggerMessage(Level = LogLevel.Error, Message = "Logto gave no management token: {Error} ({Status}). Check that Logto:Endpoint answers, and Logto:Management:ClientId, ClientSecret and Resource.")]
    private partial void NotGiven(string? error, int status);
}
