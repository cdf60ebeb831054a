using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.Tokens;
using OrgPortal.Tests.LogtoEmulator.Management;

namespace OrgPortal.Tests.Conformance;

/// <summary>
/// A browser and an application in one. It signs people in by the form that a page shows, or, where there is none because the page is a
/// program, as that program does: through the Experience API.
/// </summary>
internal sealed partial class ContractBrowser : IDisposable
{
    public const string Callback = "http://localhost:5080/signin-oidc";
    public const string SignedOut = "http://localhost:5080/signout-callback-oidc";
    public const string Scope = "openid profile email offline_access urn:logto:scope:organizations urn:logto:scope:organization_roles";
    public const string Organizations = "urn:logto:resource:organizations";

    private readonly HttpClient _http;
    private readonly ContractHost _logto;
    private readonly ContractApplication _application;
    private string _verifier = "";

    public ContractBrowser(ContractHost logto, ContractApplication application)
    {
        (_logto, _application) = (logto, application);
        _http = new HttpClient(new ContractCookies(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })) { BaseAddress = logto.Endpoint };
    }

    /// <summary>From the authorization endpoint to the callback; the values the application gets.</summary>
    public Task<IReadOnlyDictionary<string, string>> SignInAsync(ContractUser user, string scope = Scope, params (string Name, string? Value)[] parameters) =>
        AuthorizeAsync(scope, parameters, page => SignInAsync(page, user));

    /// <summary>The same with a magic link instead of a password.</summary>
    public Task<IReadOnlyDictionary<string, string>> SignInByLinkAsync(string email, string token) => AuthorizeAsync(
        Scope, [("login_hint", email), ("one_time_token", token)], page => UseTokenAsync(page, email, token));

    /// <summary>Asks for a code where somebody is signed in already; nobody is there to answer a page.</summary>
    public Task<IReadOnlyDictionary<string, string>> GoOnAsync(string scope = Scope, params (string Name, string? Value)[] parameters) =>
        AuthorizeAsync(scope, parameters, _ => Task.FromResult<Uri?>(null));

    public Task<Reply> ExchangeAsync(IReadOnlyDictionary<string, string> callback, params (string Name, string? Value)[] fields) => _logto.TokenAsync(
        _application,
        [("grant_type", "authorization_code"), ("code", callback.GetValueOrDefault("code", "none")), ("redirect_uri", Callback), ("code_verifier", _verifier), .. fields]);

    public Task<Reply> RefreshAsync(Reply tokens, params (string Name, string? Value)[] fields) =>
        _logto.TokenAsync(_application, [("grant_type", "refresh_token"), ("refresh_token", tokens.Text("refresh_token")), .. fields]);

    /// <summary>Signs in and trades the code.</summary>
    public async Task<Reply> TokensAsync(ContractUser user, string scope = Scope, params (string Name, string? Value)[] parameters)
    {
        var tokens = await ExchangeAsync(await SignInAsync(user, scope, parameters));
        Assert.True(tokens.Status == 200, $"The code was not taken: {tokens.Status} {tokens.Body}");
        return tokens;
    }

    /// <summary>Ends the session as an application does.</summary>
    public async Task SignOutAsync(Reply tokens)
    {
        var page = await _http.GetAsync(QueryHelpers.AddQueryString("oidc/session/end", new Dictionary<string, string?>
        {
            ["id_token_hint"] = tokens.Text("id_token"),
            ["post_logout_redirect_uri"] = SignedOut,
        }));
        var secret = Secret().Match(await page.Content.ReadAsStringAsync()).Groups[1].Value;
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("xsrf", secret), KeyValuePair.Create("logout", "yes")]);
        using var confirmed = await _http.PostAsync("oidc/session/end/confirm", form);
        Assert.StartsWith(SignedOut, confirmed.Headers.Location?.ToString(), StringComparison.Ordinal);
    }

    /// <summary>The claims of a token.</summary>
    public static JsonElement Claims(Reply tokens, string token) =>
        JsonDocument.Parse(Base64UrlEncoder.Decode(tokens.Text(token).Split('.')[1])).RootElement;

    public void Dispose() => _http.Dispose();

    private async Task<IReadOnlyDictionary<string, string>> AuthorizeAsync(
        string scope, (string Name, string? Value)[] parameters, Func<Uri, Task<Uri?>> atPage)
    {
        _verifier = Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(32));
        var query = new Dictionary<string, string?>
        {
            ["client_id"] = _application.Id,
            ["redirect_uri"] = Callback,
            ["response_type"] = "code",
            ["scope"] = scope,
            ["state"] = "some-state",
            ["prompt"] = "consent",
            ["code_challenge"] = Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(_verifier))),
            ["code_challenge_method"] = "S256",
        };
        foreach (var (name, value) in parameters)
        {
            query[name] = value;
        }

        var arrival = await FollowAsync(new Uri(QueryHelpers.AddQueryString("oidc/auth", query.Where(pair => pair.Value is not null)), UriKind.Relative));
        var callback = IsCallback(arrival) ? arrival : await atPage(arrival);
        return callback is null || !IsCallback(callback)
            ? new Dictionary<string, string>()
            : QueryHelpers.ParseQuery(callback.Query).ToDictionary(pair => pair.Key, pair => pair.Value.ToString());
    }

    private async Task<Uri?> SignInAsync(Uri page, ContractUser user)
    {
        var html = await _http.GetStringAsync(page);
        if (html.Contains("name=\"password\"", StringComparison.Ordinal))
        {
            return await SubmitAsync(page, html, ("identifier", user.Username), ("password", user.Password));
        }

        await _http.PutAsJsonAsync("api/experience", new { interactionEvent = "SignIn" });
        return await IdentifyAsync(
            "password", new { identifier = new { type = "username", value = user.Username }, password = user.Password });
    }

    private async Task<Uri?> UseTokenAsync(Uri page, string email, string token)
    {
        var html = await _http.GetStringAsync(page);
        if (Form().IsMatch(html))
        {
            return await SubmitAsync(page, html);
        }

        await _http.PutAsJsonAsync("api/experience", new { interactionEvent = "SignIn" });
        return await IdentifyAsync("one-time-token/verify", new { identifier = new { type = "email", value = email }, token });
    }

    private async Task<Uri?> IdentifyAsync(string verification, object body)
    {
        using var verified = await _http.PostAsJsonAsync("api/experience/verification/" + verification, body);
        if (!verified.IsSuccessStatusCode)
        {
            return null;
        }

        var id = new { verificationId = (await verified.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("verificationId").GetString() };
        using var identified = await _http.PostAsJsonAsync("api/experience/identification", id);
        if (identified.StatusCode == HttpStatusCode.NotFound)
        {
            await _http.PutAsJsonAsync("api/experience/interaction-event", new { interactionEvent = "Register" });
            await _http.PostAsJsonAsync("api/experience/identification", id);
        }

        using var submitted = await _http.PostAsync("api/experience/submit", null);
        return submitted.IsSuccessStatusCode
            ? await FollowAsync(new Uri((await submitted.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("redirectTo").GetString()!))
            : null;
    }

    private async Task<Uri> SubmitAsync(Uri page, string html, params (string Name, string Value)[] values)
    {
        var form = Form().Match(html);
        var fields = Hidden().Matches(form.Value).ToDictionary(match => match.Groups[1].Value, match => WebUtility.HtmlDecode(match.Groups[2].Value));
        foreach (var (name, value) in values)
        {
            fields[name] = value;
        }

        using var content = new FormUrlEncodedContent(fields);
        var action = new Uri(page, WebUtility.HtmlDecode(form.Groups[1].Value));
        using var answer = await _http.PostAsync(action, content);
        return answer.Headers.Location is { } next ? await FollowAsync(new Uri(action, next)) : action;
    }

    /// <summary>Follows redirects to a page, or to the application's own address.</summary>
    private async Task<Uri> FollowAsync(Uri url)
    {
        var at = new Uri(_logto.Endpoint, url);
        for (var i = 0; i < 12 && !IsCallback(at); i++)
        {
            using var answer = await _http.GetAsync(at);
            if (answer.Headers.Location is not { } next)
            {
                break;
            }

            at = new Uri(at, next);
        }

        return at;
    }

    private static bool IsCallback(Uri url) => url.AbsoluteUri.StartsWith(Callback, StringComparison.Ordinal);

    [GeneratedRegex("<form method=\"post\" action=\"([^\"]*)\">.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\">")]
    private static partial Regex Hidden();

    [GeneratedRegex("name=\"xsrf\" value=\"([^\"]*)\"")]
    private static partial Regex Secret();
}
