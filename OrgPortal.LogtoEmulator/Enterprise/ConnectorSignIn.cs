using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using OrgPortal.LogtoEmulator.OpenId;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.Enterprise;

/// <summary>Logto as a client of an enterprise's OpenID Connect provider: reads its documents, sends people there, and finds out who came back.</summary>
internal sealed class ConnectorSignIn(EmulatorAddress address, TokenStore store, IHttpClientFactory clients)
{
    /// <summary>The name of its connections.</summary>
    public const string ClientName = "connectors";

    private static readonly string[] Endpoints = ["issuer", "authorization_endpoint", "token_endpoint", "jwks_uri"];

    /// <summary>Whether a connector has what an OpenID Connect provider takes; one without plays the provider itself.</summary>
    public static bool IsConfigured(SsoConnector connector) => connector.ProviderName != "SAML" && Setting(connector, "issuer") is not null;

    /// <summary>The discovery document as Logto looks for it; nothing when it cannot be used.</summary>
    public async Task<JsonElement?> DiscoverAsync(string issuer)
    {
        try
        {
            using var http = clients.CreateClient(ClientName);
            var document = StateJson.Parse(await http.GetStringAsync(issuer + "/.well-known/openid-configuration"));
            return Endpoints.All(name => document.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String) ? document : null;
        }
        catch (Exception unusable) when (unusable is HttpRequestException or JsonException or InvalidOperationException or UriFormatException or TaskCanceledException)
        {
            return null;
        }
    }

    /// <summary>Where the browser goes; nothing when the provider cannot be used.</summary>
    public async Task<string?> StartAsync(Interaction interaction, SsoConnector connector)
    {
        if (await DiscoverAsync(Setting(connector, "issuer")!) is not { } provider)
        {
            return null;
        }

        var visit = new ConnectorVisit(connector.Id, TokenStore.NewSecret(), TokenStore.NewSecret());
        store.Put(interaction with { Visit = visit });
        return QueryHelpers.AddQueryString(provider.GetProperty("authorization_endpoint").GetString()!, new Dictionary<string, string?>
        {
            ["state"] = visit.State,
            ["nonce"] = visit.Nonce,
            ["client_id"] = Setting(connector, "clientId"),
            ["response_type"] = "code",
            ["redirect_uri"] = RedirectUri(connector),
            ["scope"] = "openid profile email",
        });
    }

    /// <summary>Who came back: the claims of the provider; nothing when it did not work out.</summary>
    public async Task<JsonElement?> FinishAsync(Interaction interaction, SsoConnector connector, IQueryCollection answer)
    {
        if (interaction.Visit is not { } visit || visit.ConnectorId != connector.Id || answer["state"] != visit.State || string.IsNullOrEmpty(answer["code"])
            || await DiscoverAsync(Setting(connector, "issuer")!) is not { } provider)
        {
            return null;
        }

        try
        {
            using var http = clients.CreateClient(ClientName);
            var tokens = await ExchangeAsync(http, provider, connector, answer["code"]!);
            if (tokens is null || !await IsGenuineAsync(http, provider, connector, tokens.Value.GetProperty("id_token").GetString()!, visit))
            {
                return null;
            }

            if (!provider.TryGetProperty("userinfo_endpoint", out var told))
            {
                return null;
            }

            using var request = new HttpRequestMessage(HttpMethod.Get, told.GetString());
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", tokens.Value.GetProperty("access_token").GetString());
            using var response = await http.SendAsync(request);
            return response.IsSuccessStatusCode ? StateJson.Parse(await response.Content.ReadAsStringAsync()) : null;
        }
        catch (Exception unusable) when (unusable is HttpRequestException or JsonException or InvalidOperationException or KeyNotFoundException or CryptographicException)
        {
            return null;
        }
    }

    /// <summary>A setting of a connector.</summary>
    public static string? Setting(SsoConnector connector, string name) =>
        connector.Config.ValueKind is JsonValueKind.Object && connector.Config.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;

    private string RedirectUri(SsoConnector connector) => address.Of($"/callback/{connector.Id}");

    private async Task<JsonElement?> ExchangeAsync(HttpClient http, JsonElement provider, SsoConnector connector, string code)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, provider.GetProperty("token_endpoint").GetString());
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Setting(connector, "clientId")}:{Setting(connector, "clientSecret")}")));
        request.Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["grant_type"] = "authorization_code", ["code"] = code, ["redirect_uri"] = RedirectUri(connector) });
        using var response = await http.SendAsync(request);
        return response.IsSuccessStatusCode ? StateJson.Parse(await response.Content.ReadAsStringAsync()) : null;
    }

    private static async Task<bool> IsGenuineAsync(HttpClient http, JsonElement provider, SsoConnector connector, string token, ConnectorVisit visit)
    {
        var keys = new JsonWebKeySet(await http.GetStringAsync(provider.GetProperty("jwks_uri").GetString()));
        var validated = await new JsonWebTokenHandler().ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = provider.GetProperty("issuer").GetString(),
            ValidAudience = Setting(connector, "clientId"),
            IssuerSigningKeys = keys.GetSigningKeys(),
        });
        return validated.IsValid && validated.Claims.TryGetValue("nonce", out var nonce) && nonce as string == visit.Nonce;
    }
}
