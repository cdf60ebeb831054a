using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OrgPortal.LogtoEmulator.State;
using OrgPortal.Tests.Support;
using OrgPortal.Web.Features.EnterpriseSignIn;
using OrgPortal.Web.Logto;

namespace OrgPortal.Tests.Integration;

/// <summary>Enterprise sign-in from its set-up over the API to people who come through it, with an identity provider that is really asked.</summary>
public sealed class SignInTrialTests : IAsyncLifetime
{
    private const string Provider = "form[action^='/enterprise/authorize']";

    private PortalFactory _portal = null!;
    private ApiPerson _alice = null!;
    private string _acme = "";
    private string _token = "";

    public async Task InitializeAsync()
    {
        var options = new PortalFactoryOptions
        {
            Services = services => services.AddOptions<EnterpriseSignInOptions>()
                .PostConfigure<IOptions<LogtoOptions>>((enterprise, logto) => enterprise.TrustedOrigins.Add(logto.Value.Endpoint!.GetLeftPart(UriPartial.Authority))),
        };
        options.Settings["Portal:EnterpriseSignIn:SelfService"] = "oidc";
        options.Settings["Portal:Domains:DevelopmentAnswers:example.com"] = "Found";
        _portal = await PortalFactory.StartAsync(options);
        _acme = _portal.Logto.State.Write(tables =>
        {
            tables.SignInExperience = new SignInExperience(StateJson.Merged(tables.SignInExperience.Row, StateJson.Parse("""{ "singleSignOnEnabled": true }""")));
            return tables.Organizations.Single(one => one.Name == "Acme").Id;
        });
        _alice = await ApiPerson.SignInAsync(_portal, "alice");
        _token = await _alice.GetOrganizationTokenAsync(_acme);
    }

    public async Task DisposeAsync()
    {
        _alice.Dispose();
        await _portal.DisposeAsync();
    }

    [Fact]
    public async Task A_test_signs_nobody_in_and_whoever_comes_afterwards_becomes_a_member()
    {
        var connection = (await SendAsync(HttpMethod.Post, "", new { name = "Directory", kind = "oidc" }))["id"];
        var issuer = _portal.LogtoAddress.GetLeftPart(UriPartial.Authority) + "/enterprise";
        Assert.Equal(HttpStatusCode.NoContent, (await SendAsync(HttpMethod.Put, $"/{connection}/oidc", new { issuer, clientId = "logto", clientSecret = "logto-secret" })).Status);
        await _alice.SendAsync(HttpMethod.Post, $"/organizations/{_acme}/domains", _token, new { domain = "example.com" });
        await _alice.SendAsync(HttpMethod.Post, $"/organizations/{_acme}/domains/example.com/verify", _token);
        Assert.Equal(HttpStatusCode.NoContent, (await SendAsync(HttpMethod.Put, $"/{connection}/domains", new { domains = new[] { "example.com" } })).Status);

        // Nobody is sent there yet.
        using var before = _portal.Browse();
        var usual = await before.GoAsync($"/sign-in?returnUrl={PortalFactory.PersonPath}");
        Assert.Contains("bob@example.com", (await before.SubmitAsync(usual, "form:has(input[name=password])", ("identifier", "bob@example.com"), ("password", TestBrowser.PasswordOf("bob")))).Text, StringComparison.Ordinal);

        var url = (await SendAsync(HttpMethod.Post, $"/{connection}/trials", new { }))["url"];
        using var browser = await _portal.SignInAsync("alice");
        var asked = await browser.GoAsync(url);
        var back = await browser.SubmitAsync(asked, Provider, ("identifier", "erin@example.com"), ("name", "Erin"));

        Assert.Equal($"/organizations/{_acme}/settings/sso/{connection}", back.Url.AbsolutePath);
        Assert.DoesNotContain(browser.PortalCookies, cookie => cookie.Name.Contains("correlation", StringComparison.Ordinal) || cookie.Name.Contains("nonce", StringComparison.Ordinal));
        Assert.Contains("alice", (await browser.GoAsync(PortalFactory.PersonPath)).Text, StringComparison.OrdinalIgnoreCase);
        var trial = (await SendAsync(HttpMethod.Get, $"/{connection}")).Json.GetProperty("trial");
        Assert.Equal(("passed", "erin@example.com"), (trial.GetProperty("outcome").GetString(), trial.GetProperty("address").GetString()));
        Assert.False(IsMember("erin@example.com"));

        var member = _portal.Logto.State.Read(tables => tables.OrganizationRoles.Single(role => role.Name == "member").Id);
        Assert.Equal(HttpStatusCode.NoContent, (await SendAsync(HttpMethod.Put, $"/{connection}/activation", new { roleIds = new[] { member } })).Status);

        using var peter = _portal.Browse();
        var signIn = await peter.GoAsync($"/sign-in?returnUrl={PortalFactory.PersonPath}");
        var sent = await peter.SubmitAsync(signIn, "form:has(input[name=password])", ("identifier", "peter@example.com"), ("password", ""));
        var person = await peter.SubmitAsync(sent, Provider, ("identifier", "peter@example.com"), ("name", "Peter"));
        Assert.Contains("Peter", person.Text, StringComparison.Ordinal);
        Assert.True(IsMember("peter@example.com"));
        Assert.DoesNotContain("logto-secret", string.Join('\n', _portal.Logs.Lines), StringComparison.Ordinal);
        Assert.DoesNotContain("logto-secret", (await SendAsync(HttpMethod.Get, $"/{connection}")).Text + (await SendAsync(HttpMethod.Get, "")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_the_portal_did_not_make_begins_nothing()
    {
        using var browser = _portal.Browse();

        using var forged = await browser.GetOnceAsync("/sign-in/trial?ticket=CfDJ8forged");
        using var direct = await browser.GetOnceAsync("/sign-in?direct_sign_in=sso:abc&direct=sso:abc");

        Assert.StartsWith("/sign-in-failed?reason=expired", forged.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.DoesNotContain("sso", direct.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    private bool IsMember(string address) => _portal.Logto.State.Read(tables => tables.Users.FindByEmail(address) is { } user && tables.Members.Has(_acme, user.Id));

    private Task<ApiAnswer> SendAsync(HttpMethod method, string path, object? body = null) =>
        _alice.SendAsync(method, $"/organizations/{_acme}/sso-connections{path}", _token, body, ("Identity-Proof", _alice.IdToken));
}
