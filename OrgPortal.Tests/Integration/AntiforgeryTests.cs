using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OrgPortal.Tests.Support;

namespace OrgPortal.Tests.Integration;

/// <summary>Nothing changes because another site's page sent a form.</summary>
public sealed class AntiforgeryTests
{
    /// <summary>What proves itself otherwise: Logto's tokens and webhooks are signed; the circuit's addresses look at the origin.</summary>
    private static readonly string[] ProvenOtherwise = ["/backchannel-logout", "/webhooks/logto", "/_blazor", "/_blazor/negotiate", "/_blazor/disconnect", "/_blazor/initializers", "/health/live", "/health/ready"];

    [Fact]
    public async Task Every_address_that_takes_a_form_refuses_one_without_the_portals_token()
    {
        await using var portal = await PortalFactory.StartAsync();
        using var alice = await portal.SignInAsync("alice");
        var taken = new List<string>();
        var asked = 0;

        foreach (var endpoint in portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            var methods = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET", "POST", "PUT", "PATCH", "DELETE"];
            var path = RouteFill.PathOf(endpoint).TrimEnd('/') is { Length: > 0 } trimmed ? trimmed : "/";
            foreach (var method in methods.Except(["GET", "HEAD", "OPTIONS", "TRACE"]))
            {
                if (ProvenOtherwise.Contains(path))
                {
                    continue;
                }

                asked++;
                using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = new FormUrlEncodedContent([new("returnUrl", "/"), new("culture", "en"), new("theme", "dark")]) };
                request.Headers.Add("Origin", "https://evil.example");
                using var answer = await alice.SendAsync(request);
                // Below /api a cookie is nothing, so nobody can make a browser act there.
                if (answer.StatusCode != (path.StartsWith("/api/", StringComparison.Ordinal) ? HttpStatusCode.Unauthorized : HttpStatusCode.BadRequest))
                {
                    taken.Add($"{method} {path}: {(int)answer.StatusCode}");
                }
            }
        }

        Assert.Equal(string.Empty, string.Join('\n', taken));
        Assert.True(asked > 10, "There are more forms than that.");
        using var still = await alice.GetOnceAsync(PortalFactory.PersonPath);
        Assert.Equal(HttpStatusCode.OK, still.StatusCode);
    }

    [Fact]
    public async Task A_token_made_for_somebody_else_does_not_count()
    {
        await using var portal = await PortalFactory.StartAsync();
        using var alice = await portal.SignInAsync("alice");
        using var bob = await portal.SignInAsync("bob");
        var bobs = (await bob.GoAsync("/signed-out")).Document.QuerySelector("form[action='/sign-out'] input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var cookie = bob.PortalCookies.Single(cookie => cookie.Name == "orgportal-form").Value;
        alice.Cookies.Add(portal.Address, new Cookie("orgportal-form", cookie));

        var answer = await alice.PostAsync("/sign-out", ("__RequestVerificationToken", bobs));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        using var still = await alice.GetOnceAsync(PortalFactory.PersonPath);
        Assert.Equal(HttpStatusCode.OK, still.StatusCode);
    }
}
