using System.Text.Json;
using System.Text.Json.Serialization;
using Duende.IdentityModel.Client;
using Microsoft.Extensions.Options;

namespace OrgPortal.Web.Logto.Probing;

internal sealed partial class TenantProbe(IHttpClientFactory clients, IOptions<LogtoOptions> options, TimeProvider time) : ITenantProbe
{
    /// <summary>The name of the client that asks.</summary>
    public const string HttpClientName = "logto-probe";

    /// <summary>The answers take some kilobytes.</summary>
    public const long LargestAnswer = 256 * 1024;

    private const string DiscoveryRoute = "oidc/.well-known/openid-configuration";
    private const string TokenRoute = "oidc/token";

    public Task<Discovery> DiscoverAsync(CancellationToken cancellationToken) => AskAsync(DiscoveryRoute, async http =>
    {
        var (sent, start) = (time.GetUtcNow(), time.GetTimestamp());
        using var response = await http.GetAsync(new Uri(options.Value.Endpoint!, DiscoveryRoute), cancellationToken);
        var took = time.GetElapsedTime(start);
        if (!response.IsSuccessStatusCode)
        {
            throw Refusal(response, DiscoveryRoute);
        }

        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        var metadata = await JsonSerializer.DeserializeAsync(body, ProbeJson.Default.Metadata, cancellationToken);
        return new Discovery(
            metadata?.Issuer ?? throw new JsonException("No issuer."),
            metadata.ScopesSupported ?? [],
            metadata.GrantTypesSupported ?? [],
            // The header has no fractions: on average it is half a second old when it is written.
            response.Headers.Date + TimeSpan.FromSeconds(0.5) - (sent + (took / 2)),
            took);
    });

    public Task<ManagementGrant> AskForTokenAsync(CancellationToken cancellationToken) => AskAsync(TokenRoute, async http =>
    {
        var settings = options.Value;
        using var request = new ClientCredentialsTokenRequest
        {
            Address = settings.ManagementTokenAddress.ToString(),
            ClientId = settings.Management.ClientId!,
            ClientSecret = settings.Management.ClientSecret,
            ClientCredentialStyle = ClientCredentialStyle.PostBody,
            Scope = ManagementGrant.Everything,
            Resource = { settings.Management.Resource },
        };
        var response = await http.RequestClientCredentialsTokenAsync(request, cancellationToken);
        return response switch
        {
            { IsError: false, AccessToken: not null } => new ManagementGrant(null, response.Scope?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? []),
            { Exception: { } exception } => throw exception,
            _ when response.TryGet("error") is { Length: > 0 } error => new ManagementGrant(error, []),
            { HttpResponse: { IsSuccessStatusCode: false } answer } => throw Refusal(answer, TokenRoute),
            _ => throw new JsonException("No token."),
        };
    });

    private async Task<T> AskAsync<T>(string route, Func<HttpClient, Task<T>> ask)
    {
        using var http = clients.CreateClient(HttpClientName);
        try
        {
            return await ask(http);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or JsonException or TaskCanceledException { InnerException: TimeoutException })
        {
            throw new LogtoUnreachableException(route, exception);
        }
    }

    // Nothing at these addresses redirects: something else stands there.
    private LogtoException Refusal(HttpResponseMessage response, string route) => (int)response.StatusCode < 400
        ? new LogtoUnreachableException(route)
        : new LogtoApiException(response.StatusCode, null, route, Connection.RetryAfterHeader.Read(response, time));

    internal sealed record Metadata(string? Issuer, IReadOnlyList<string>? ScopesSupported, IReadOnlyList<string>? GrantTypesSupported);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
    [JsonSerializable(typeof(Metadata))]
    private sealed partial class ProbeJson : JsonSerializerContext;
}
