using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OrgPortal.LogtoEmulator;
using OrgPortal.Tests.Support;
using OrgPortal.Web.Authentication.Bearer;

namespace OrgPortal.Tests.Api;

/// <summary>Every wrong kind of token, over HTTP, with the signature of the embedded Logto.</summary>
public sealed class BearerApiTests
{
    [Fact]
    public async Task Without_a_token_one_is_asked_for_and_no_error_is_told()
    {
        await using var portal = await PortalFactory.StartAsync();
        using var client = portal.CreateClient();

        var answer = await client.CallAsync(HttpMethod.Get, "/organizations", null);

        Assert.Equal((HttpStatusCode.Unauthorized, "Bearer", "sign_in_required"), (answer.Status, answer.Header("WWW-Authenticate"), answer.Code));
        Assert.Equal("application/problem+json", answer.Header("Content-Type"));
        Assert.Equal(answer["correlationId"], answer.Header("X-Correlation-Id"));
    }

    [Fact]
    public async Task Every_wrong_kind_of_token_is_refused_with_the_status_it_deserves()
    {
        await using var portal = await PortalFactory.StartAsync();
        using var client = portal.CreateClient();
        using var alice = await ApiPerson.SignInAsync(portal, "alice");
        var forge = new ApiForge(portal);
        var acme = forge.OrganizationOf("Acme");
        var machine = await MachineTokenAsync(portal);
        (string What, string Path, string Token, int Status, string Code)[] wrong =
        [
            ("an ID token", $"/organizations/{acme}", alice.IdToken, 401, "invalid_token"),
            ("an opaque token", $"/organizations/{acme}", await alice.GetTokenAsync(null, resource: null), 401, "invalid_token"),
            ("a machine's token", "/organizations", machine, 401, "invalid_token"),
            ("a machine that calls itself a person", "/organizations", forge.Token("alice", null, claims => claims["sub"] = EmulatorOptions.BrowserClientId), 401, "invalid_token"),
            ("an application that may not call", "/organizations", forge.Token("alice", null, claims => claims["client_id"] = EmulatorOptions.WebClientId), 401, "invalid_token"),
            ("the Management API's audience", "/organizations", forge.Token("alice", null, claims => claims["aud"] = EmulatorOptions.ManagementResource), 401, "invalid_token"),
            ("expired", $"/organizations/{acme}", forge.Token("alice", acme, claims => claims["exp"] = DateTimeOffset.UtcNow.AddMinutes(-5).ToUnixTimeSeconds()), 401, "invalid_token"),
            ("not valid yet", $"/organizations/{acme}", forge.Token("alice", acme, claims => claims["nbf"] = DateTimeOffset.UtcNow.AddMinutes(5).ToUnixTimeSeconds()), 401, "invalid_token"),
            ("another issuer", $"/organizations/{acme}", forge.Token("alice", acme, claims => claims["iss"] = "https://evil.example/oidc"), 401, "invalid_token"),
            ("an organization's token where there is none", "/organizations", await alice.GetOrganizationTokenAsync(acme), 403, "resource_token_required"),
            ("a narrowed resource token where there is none", "/organizations", await alice.GetTokenAsync(acme), 403, "resource_token_required"),
            ("a resource token that names no organization", $"/organizations/{acme}", await alice.GetTokenAsync(null), 403, "organization_token_required"),
            ("another organization's token", "/organizations/globexglobex", await alice.GetOrganizationTokenAsync(acme), 403, "token_of_other_organization"),
            ("a resource token narrowed to another organization", "/organizations/globexglobex", await alice.GetTokenAsync(acme), 403, "token_of_other_organization"),
            ("a right token of somebody who is no member", $"/organizations/{acme}", forge.Token("dave", acme), 404, "not_found"),
            ("a right token for an organization that there is not", "/organizations/globexglobex", forge.Token("alice", "globexglobex"), 404, "not_found"),
        ];

        var found = new StringBuilder();
        foreach (var (what, path, token, status, code) in wrong)
        {
            var answer = await client.CallAsync(HttpMethod.Get, path, token);
            if ((int)answer.Status != status || answer.Code != code || (status == 401 && !answer.Header("WWW-Authenticate").StartsWith("Bearer error=\"invalid_token\"", StringComparison.Ordinal)))
            {
                found.AppendLine(null, $"{what}: {(int)answer.Status} {answer.Code} {answer.Header("WWW-Authenticate")}");
            }
        }

        Assert.Equal(string.Empty, found.ToString());
        foreach (var token in new[] { await alice.GetOrganizationTokenAsync(acme), await alice.GetTokenAsync(acme) })
        {
            Assert.Equal(HttpStatusCode.OK, (await client.CallAsync(HttpMethod.Get, $"/organizations/{acme}", token)).Status);
        }
    }

    [Fact]
    public async Task A_call_makes_nothing_ready_that_reads_cookies_or_signs_people_in()
    {
        var schemes = new ConcurrentQueue<string>();
        await using var portal = await PortalFactory.StartAsync(new PortalFactoryOptions
        {
            Services = services => services.AddScoped<AuthenticationHandlerProvider>()
                .AddScoped<IAuthenticationHandlerProvider>(provider => new CountedHandlers(provider.GetRequiredService<AuthenticationHandlerProvider>(), schemes)),
        });
        using var client = portal.CreateClient();
        var forge = new ApiForge(portal);
        var acme = forge.OrganizationOf("Acme");

        var answer = await client.CallAsync(HttpMethod.Get, $"/organizations/{acme}", forge.Token("alice", acme));
        var refused = await client.CallAsync(HttpMethod.Get, "/nowhere", null);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Unauthorized), (answer.Status, refused.Status));
        // One for the token; of the refusal one for the missing token, and two to say so, since whoever has no address has no policy.
        Assert.Equal(["Bearer"], schemes.Take(1));
        Assert.DoesNotContain("Logto", schemes);
        Assert.True(schemes.Count(scheme => scheme == "Session") <= 1);

        schemes.Clear();
        using var page = await client.GetAsync("/signed-out");
        Assert.Superset(new HashSet<string> { "Session", "Logto" }, schemes.ToHashSet());
    }

    [Fact]
    public async Task A_page_of_a_list_comes_in_one_piece()
    {
        await using var portal = await PortalFactory.StartAsync();
        using var client = portal.CreateClient();
        var forge = new ApiForge(portal);
        var acme = forge.OrganizationOf("Acme");
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/organizations/{acme}/members");
        request.Headers.Authorization = new("Bearer", forge.Token("alice", acme));

        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);

        var length = answer.Content.Headers.ContentLength;
        Assert.Equal((await answer.Content.ReadAsByteArrayAsync()).Length, length);
    }

    [Fact]
    public async Task A_cookie_opens_no_address_of_the_api_and_a_token_opens_no_page()
    {
        await using var portal = await PortalFactory.StartAsync();
        using var browser = await portal.SignInAsync("alice");
        using var client = portal.CreateClient();
        var forge = new ApiForge(portal);

        using var api = await browser.GetOnceAsync("/api/v1/organizations");
        Assert.Equal(HttpStatusCode.Unauthorized, api.StatusCode);

        foreach (var token in new[] { forge.Token("alice", null), forge.Token("alice", forge.OrganizationOf("Acme")) })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, PortalFactory.PersonPath);
            request.Headers.Add("Authorization", "Bearer " + token);
            using var page = await client.SendAsync(request);
            Assert.Equal(HttpStatusCode.Unauthorized, page.StatusCode);
        }
    }

    [Fact]
    public async Task Whose_account_is_suspended_or_gone_is_refused_within_a_minute()
    {
        await using var portal = await PortalFactory.StartAsync();
        using var client = portal.CreateClient();
        var forge = new ApiForge(portal);
        portal.Logto.State.Write(tables => tables.Users.Put(tables.Users.FindByUsername("bob")! with { IsSuspended = true }));

        var suspended = await client.CallAsync(HttpMethod.Get, "/organizations", forge.Token("bob", null));
        var gone = await client.CallAsync(HttpMethod.Get, "/organizations", forge.Token("bob", null, claims => claims["sub"] = "nobodynobody"));

        Assert.Equal((HttpStatusCode.Unauthorized, "invalid_token"), (suspended.Status, suspended.Code));
        Assert.Equal((HttpStatusCode.Unauthorized, "invalid_token"), (gone.Status, gone.Code));
    }

    [Fact]
    public async Task Before_logto_has_given_out_its_keys_nobody_gets_in_and_is_told_when_to_come_again()
    {
        await using var portal = await PortalFactory.StartAsync();
        using var client = portal.CreateClient();
        portal.Logto.Faults.Add("GET /oidc/.well-known/openid-configuration 500 x50");

        var answer = await client.CallAsync(HttpMethod.Get, "/organizations", new ApiForge(portal).Token("alice", null));

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "unavailable", "5"), (answer.Status, answer.Code, answer.Header("Retry-After")));
    }

    [Fact]
    public async Task Every_address_of_the_api_takes_bearer_tokens_and_nothing_else()
    {
        await using var portal = await PortalFactory.StartAsync();
        var endpoints = portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.TrimStart('/').StartsWith("api", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(endpoints);
        Assert.All(endpoints, endpoint =>
        {
            Assert.Null(endpoint.Metadata.GetMetadata<IAllowAnonymous>());
            Assert.Equal([BearerReachRequirement.Policy], endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(data => data.Policy));
            Assert.All(endpoint.RoutePattern.Parameters.Where(parameter => parameter.Name.StartsWith("org", StringComparison.OrdinalIgnoreCase)), parameter => Assert.Equal(BearerReach.RouteValue, parameter.Name));
        });
    }

    [Fact]
    public async Task Where_no_application_may_call_there_is_no_api()
    {
        var options = new PortalFactoryOptions();
        options.Settings["Api:Clients:0"] = null;
        options.Settings["Api:Resource"] = null;
        await using var portal = await PortalFactory.StartAsync(options);
        using var client = portal.CreateClient();

        Assert.Equal(HttpStatusCode.Unauthorized, (await client.CallAsync(HttpMethod.Get, "/organizations", new ApiForge(portal).Token("alice", null))).Status);
        Assert.DoesNotContain(portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>(), endpoint => endpoint.RoutePattern.RawText!.Contains("api/", StringComparison.Ordinal));
    }

    private static async Task<string> MachineTokenAsync(PortalFactory portal)
    {
        using var logto = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        using var answer = await logto.PostAsync(new Uri(portal.LogtoAddress, "oidc/token"), new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = EmulatorOptions.ManagementClientId,
            ["client_secret"] = EmulatorOptions.ManagementClientSecret,
            ["resource"] = EmulatorOptions.ApiResource,
        }));
        return (await ApiAnswer.ReadAsync(answer))["access_token"];
    }

    private sealed class CountedHandlers(AuthenticationHandlerProvider handlers, ConcurrentQueue<string> schemes) : IAuthenticationHandlerProvider
    {
        public Task<IAuthenticationHandler?> GetHandlerAsync(HttpContext context, string authenticationScheme)
        {
            schemes.Enqueue(authenticationScheme);
            return handlers.GetHandlerAsync(context, authenticationScheme);
        }
    }
}
