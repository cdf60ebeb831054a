using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using OrgPortal.LogtoEmulator;

namespace OrgPortal.Tests.Support;

/// <summary>
/// Somebody of the seed in a product's own front end: signs in at Logto as a browser application does, and calls the portal's API with the tokens it
/// gets there. Nothing of it is a cookie.
/// </summary>
public sealed class ApiPerson : IDisposable
{
    /// <summary>Where the front end is; nobody needs to be there.</summary>
    public const string Callback = "http://localhost:5173/callback";

    private static readonly string[] Scopes =
    [
        "openid", "profile", "email", "offline_access", "urn:logto:scope:organizations", "urn:logto:scope:organization_roles",
        "read:member", "invite:member", "manage:member", "delete:member", "manage:organization", "delete:organization", "manage:security", "manage:application", "read:audit",
    ];

    private readonly HttpClient _logto = new(new SocketsHttpHandler { UseProxy = false });
    private readonly Uri _logtoAddress;
    private string _refreshToken;

    private ApiPerson(PortalFactory portal, string refreshToken, string idToken)
    {
        (_logtoAddress, _refreshToken, IdToken) = (portal.LogtoAddress, refreshToken, idToken);
        Client = portal.CreateClient();
    }

    /// <summary>The ID token of the last sign-in.</summary>
    public string IdToken { get; }

    /// <summary>Calls the portal, without a token unless the request has one.</summary>
    public HttpClient Client { get; }

    /// <summary>Signs in.</summary>
    /// <param name="portal">The portal, for its Logto.</param>
    /// <param name="name"><c>alice</c>, <c>bob</c>, …</param>
    public static async Task<ApiPerson> SignInAsync(PortalFactory portal, string name)
    {
        using var browser = new TestBrowser(portal.LogtoAddress, null);
        var verifier = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        var page = await browser.GoAsync(QueryHelpers.AddQueryString(portal.LogtoAddress + "oidc/auth", new Dictionary<string, string?>
        {
            ["client_id"] = EmulatorOptions.BrowserClientId,
            ["redirect_uri"] = Callback,
            ["response_type"] = "code",
            ["scope"] = string.Join(' ', Scopes),
            ["resource"] = $"{EmulatorOptions.ApiResource},urn:logto:resource:organizations",
            ["prompt"] = "login consent",
            ["code_challenge"] = WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))),
            ["code_challenge_method"] = "S256",
        }));
        var code = await CodeOfAsync(browser, page, name);
        using var logto = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        using var answer = await logto.PostAsync(new Uri(portal.LogtoAddress, "oidc/token"), new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code",
            ["client_id"] = EmulatorOptions.BrowserClientId,
            ["code"] = code,
            ["redirect_uri"] = Callback,
            ["code_verifier"] = verifier,
        }));
        var tokens = await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
        return new ApiPerson(portal, tokens.GetProperty("refresh_token").GetString()!, tokens.GetProperty("id_token").GetString()!);
    }

    /// <summary>A token from Logto.</summary>
    /// <param name="organization">For this organization; <see langword="null"/> for none.</param>
    /// <param name="resource">For this resource; <see langword="null"/> for none: then it is an organization's own token, or an opaque one.</param>
    public async Task<string> GetTokenAsync(string? organization, string? resource = EmulatorOptions.ApiResource)
    {
        var form = new Dictionary<string, string> { ["grant_type"] = "refresh_token", ["client_id"] = EmulatorOptions.BrowserClientId, ["refresh_token"] = _refreshToken };
        if (organization is not null)
        {
            form["organization_id"] = organization;
        }

        if (resource is not null)
        {
            form["resource"] = resource;
        }

        using var answer = await _logto.PostAsync(new Uri(_logtoAddress, "oidc/token"), new FormUrlEncodedContent(form));
        var tokens = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.True(answer.IsSuccessStatusCode, tokens.ToString());
        _refreshToken = tokens.GetProperty("refresh_token").GetString()!;
        return tokens.GetProperty("access_token").GetString()!;
    }

    /// <summary>The organization's own token.</summary>
    public Task<string> GetOrganizationTokenAsync(string organization) => GetTokenAsync(organization, resource: null);

    /// <summary>Calls the API.</summary>
    /// <param name="method">The method.</param>
    /// <param name="path">The path below <c>/api/v1</c>.</param>
    /// <param name="token">The token; <see langword="null"/> for none.</param>
    /// <param name="body">What is sent as JSON; <see langword="null"/> for nothing.</param>
    /// <param name="headers">Further headers.</param>
    public Task<ApiAnswer> SendAsync(HttpMethod method, string path, string? token, object? body = null, params (string Name, string Value)[] headers) =>
        Client.CallAsync(method, path, token, body, headers);

    /// <inheritdoc />
    public void Dispose()
    {
        Client.Dispose();
        _logto.Dispose();
    }

    // Follows Logto's pages to the front end's address, where nobody answers.
    private static async Task<string> CodeOfAsync(TestBrowser browser, BrowserPage page, string name)
    {
        var form = page.Document.QuerySelector("form:has(input[name=password])") ?? throw new InvalidOperationException("No sign-in page: " + page.Text);
        var fields = form.QuerySelectorAll("input[type=hidden]").Select(input => KeyValuePair.Create(input.GetAttribute("name")!, input.GetAttribute("value") ?? string.Empty))
            .Append(KeyValuePair.Create("identifier", name)).Append(KeyValuePair.Create("password", TestBrowser.PasswordOf(name)));
        using var sent = new HttpRequestMessage(HttpMethod.Post, new Uri(page.Url, form.GetAttribute("action") ?? string.Empty)) { Content = new FormUrlEncodedContent(fields) };
        var answer = await browser.SendAsync(sent);
        while (answer.Headers.Location is { } location)
        {
            var next = new Uri(answer.RequestMessage!.RequestUri!, location);
            answer.Dispose();
            if (next.AbsoluteUri.StartsWith(Callback, StringComparison.Ordinal))
            {
                return QueryHelpers.ParseQuery(next.Query)["code"].ToString();
            }

            answer = await browser.GetOnceAsync(next.AbsoluteUri);
        }

        throw new InvalidOperationException($"Logto did not lead back: {await answer.Content.ReadAsStringAsync()}");
    }
}
