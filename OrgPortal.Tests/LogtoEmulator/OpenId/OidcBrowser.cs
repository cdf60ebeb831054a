using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.Tokens;
using OrgPortal.LogtoEmulator;

namespace OrgPortal.Tests.LogtoEmulator.OpenId;

/// <summary>A browser with cookies and an application in one: signs people in at an emulator and trades what comes back.</summary>
internal sealed partial class OidcBrowser : IDisposable
{
    public const string Callback = "http://localhost:5080/signin-oidc";
    public const string AllScopes = "openid profile email offline_access urn:logto:scope:organizations urn:logto:scope:organization_roles";

    private readonly HttpClient _client;

    public OidcBrowser(Uri address, string clientId = EmulatorOptions.WebClientId, string? clientSecret = EmulatorOptions.WebClientSecret)
    {
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = true, CookieContainer = new CookieContainer() };
        _client = new HttpClient(handler) { BaseAddress = address };
        (ClientId, ClientSecret) = (clientId, clientSecret);
    }

    public string ClientId { get; }

    public string? ClientSecret { get; }

    /// <summary>The proof of the latest request.</summary>
    public string Verifier { get; private set; } = "";

    public HttpClient Http => _client;

    /// <summary>Opens the authorization endpoint; a parameter that is null is left out.</summary>
    public Task<HttpResponseMessage> AuthorizeAsync(string scope = AllScopes, params (string Name, string? Value)[] parameters)
    {
        Verifier = Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(32));
        var all = new Dictionary<string, string?>
        {
            ["client_id"] = ClientId,
            ["redirect_uri"] = Callback,
            ["response_type"] = "code",
            ["scope"] = scope,
            ["state"] = "some-state",
            ["nonce"] = "some-nonce",
            ["prompt"] = "consent",
            ["code_challenge"] = Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier))),
            ["code_challenge_method"] = "S256",
        };
        foreach (var (name, value) in parameters)
        {
            all[name] = value;
        }

        return _client.GetAsync(QueryHelpers.AddQueryString("oidc/auth", all.Where(pair => pair.Value is not null)));
    }

    /// <summary>Goes from the authorization endpoint through the sign-in page to the callback.</summary>
    public async Task<Arrival> SignInAsync(
        string identifier, string? password = null, string scope = AllScopes, params (string Name, string? Value)[] parameters)
    {
        password ??= char.ToUpperInvariant(identifier[0]) + identifier[1..].Split('@')[0] + "-Passw0rd-2026";
        var page = await FollowAsync(await AuthorizeAsync(scope, parameters));
        return page.IsCallback ? page : await SubmitAsync(page, ("identifier", identifier), ("password", password));
    }

    /// <summary>Sends a page's first form, with its hidden fields, and follows where it leads.</summary>
    public Task<Arrival> SubmitAsync(Arrival page, params (string Name, string Value)[] values) => SubmitAsync(page, 0, values);

    public async Task<Arrival> SubmitAsync(Arrival page, int form, params (string Name, string Value)[] values)
    {
        var html = Form().Matches(page.Html)[form];
        var fields = Hidden().Matches(html.Value).ToDictionary(match => match.Groups[1].Value, match => WebUtility.HtmlDecode(match.Groups[2].Value));
        foreach (var (name, value) in values)
        {
            fields[name] = value;
        }

        using var content = new FormUrlEncodedContent(fields);
        return await FollowAsync(await _client.PostAsync(new Uri(page.Url, WebUtility.HtmlDecode(html.Groups[1].Value)), content));
    }

    public async Task<Arrival> GetAsync(string path) => await FollowAsync(await _client.GetAsync(path));

    /// <summary>Follows redirects until there is a page, or the application's own address.</summary>
    public async Task<Arrival> FollowAsync(HttpResponseMessage answer)
    {
        var url = answer.RequestMessage!.RequestUri!;
        for (var i = 0; i < 10 && answer.StatusCode is HttpStatusCode.SeeOther; i++)
        {
            url = new Uri(url, answer.Headers.Location!);
            if (url.Authority != _client.BaseAddress!.Authority)
            {
                return new Arrival(url, answer.StatusCode, "");
            }

            answer = await _client.GetAsync(url);
        }

        return new Arrival(url, answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Trades the code of a callback.</summary>
    public Task<TokenReply> ExchangeAsync(Arrival callback, params (string Name, string? Value)[] fields) => TokenAsync(
    [
        ("grant_type", "authorization_code"), ("code", callback["code"]), ("redirect_uri", Callback), ("code_verifier", Verifier), .. fields,
    ]);

    public Task<TokenReply> RefreshAsync(string token, params (string Name, string? Value)[] fields) =>
        TokenAsync([("grant_type", "refresh_token"), ("refresh_token", token), .. fields]);

    /// <summary>Calls the token endpoint as this browser's application; a field that is given twice counts as the last one.</summary>
    public async Task<TokenReply> TokenAsync(params (string Name, string? Value)[] fields)
    {
        var form = new Dictionary<string, string>();
        foreach (var (name, value) in fields.Append(ClientSecret is null ? ("client_id", ClientId) : ("", null)))
        {
            form.Remove(name);
            if (value is not null)
            {
                form[name] = value;
            }
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, "oidc/token") { Content = new FormUrlEncodedContent(form) };
        if (ClientSecret is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue(
                "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{ClientId}:{ClientSecret}")));
        }

        using var answer = await _client.SendAsync(request);
        return new TokenReply(answer.StatusCode, JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync()));
    }

    public async Task<(HttpStatusCode Status, JsonElement Body)> UserInfoAsync(string accessToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "oidc/me");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
        using var answer = await _client.SendAsync(request);
        return (answer.StatusCode, JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync()));
    }

    public void Dispose() => _client.Dispose();

    [GeneratedRegex("<form method=\"post\" action=\"([^\"]*)\">.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\">")]
    private static partial Regex Hidden();
}
