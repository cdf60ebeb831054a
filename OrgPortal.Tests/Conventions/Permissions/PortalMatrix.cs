using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using OrgPortal.Tests.Support;
using OrgPortal.Web.Api.Description;
using OrgPortal.Web.Authentication.Bearer;
using OrgPortal.Web.Components;

namespace OrgPortal.Tests.Conventions.Permissions;

/// <summary>Finds out, by trying over HTTP, what each address of the portal answers to each of the six people.</summary>
internal static partial class PortalMatrix
{
    private const string Session = "a session";

    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(15);
    private static readonly string LockDrawing = TextOf(Icons.Draw(IconName.Lock).ToString());

    /// <returns>Pages, and all other endpoints.</returns>
    public static async Task<(IReadOnlyList<MatrixRow> Pages, IReadOnlyList<MatrixRow> Endpoints)> DetermineAsync()
    {
        await using var house = await PortalMatrixHouse.StartAsync();
        var addresses = house.Portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(IsOurs).SelectMany(Addresses).DistinctBy(address => address.Name).OrderBy(address => address.Name, StringComparer.Ordinal).ToList();

        var outcomes = addresses.ToDictionary(address => address.Name, _ => new List<string>());
        foreach (var address in addresses)
        {
            foreach (var actor in Enum.GetValues<Actor>().Where(actor => actor != Actor.RightTakenAway))
            {
                outcomes[address.Name].Add(await TryAsync(house, address, actor));
            }
        }

        // Last, since the clock moves on.
        foreach (var address in addresses)
        {
            outcomes[address.Name].Add(await TryTakenAwayAsync(house, address));
        }

        List<MatrixRow> Rows(bool arePages) =>
            [.. addresses.Where(address => address.IsPage == arePages).Select(address => new MatrixRow(address.Name, address.Who, outcomes[address.Name]))];
        return (Rows(true), Rows(false));
    }

    private static async Task<string> TryTakenAwayAsync(PortalMatrixHouse house, Address address)
    {
        await house.TakeRightAsync();
        var atOnce = await TryAsync(house, address, Actor.RightTakenAway);
        house.Advance(Remembered);
        var later = await TryAsync(house, address, Actor.RightTakenAway);
        await house.TakeRightAsync();
        house.Announce();
        var announced = await TryAsync(house, address, Actor.RightTakenAway);
        return MatrixWords.Fading(atOnce, later, announced);
    }

    private static async Task<string> TryAsync(PortalMatrixHouse house, Address address, Actor actor)
    {
        if (address.IsApi)
        {
            return await TryApiAsync(house, address, actor);
        }

        var browser = await house.BrowserOfAsync(actor);
        using var request = new HttpRequestMessage(new HttpMethod(address.Method), new Uri(address.PathIn(house), UriKind.Relative));
        if (address.Method != "GET")
        {
            request.Headers.Add("Origin", house.Portal.Address.GetLeftPart(UriPartial.Authority));
            request.Content = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", await AntiforgeryAsync(browser)), .. Fields]);
        }

        using var answer = await FollowAsync(house, browser, await browser.SendAsync(request));
        var outcome = Describe(house, answer);
        return outcome switch
        {
            MatrixWords.Allowed when IsInOrganization(answer.RequestMessage!.RequestUri!) && HidesItself(await answer.Content.ReadAsStringAsync()) => MatrixWords.Forbidden,
            MatrixWords.Allowed when actor == Actor.Suspended && address.Who == Session => MatrixWords.UntilTheSessionEnds,
            _ => outcome,
        };
    }

    // With a token that reaches the address, whoever holds it: what is tried is the wall behind it. Tokens that do not reach have tests of their own.
    private static async Task<string> TryApiAsync(PortalMatrixHouse house, Address address, Actor actor)
    {
        var path = address.PathIn(house)["/api/v1".Length..];
        var answer = await house.CallAsync(actor, new HttpMethod(address.Method), path, address.Body());
        if (address.Method != "GET")
        {
            house.Restore();
        }

        return answer switch
        {
            { Code: "sign_in_required" or "invalid_token" } => MatrixWords.SignIn,
            { Code: "not_found" } => MatrixWords.NotFound,
            { Code: "forbidden" } => MatrixWords.Forbidden,
            { Code.Length: > 0 } => $"refused: {answer.Code}",
            _ when (int)answer.Status is >= 200 and < 300 => MatrixWords.Allowed,
            _ => $"refused: {(int)answer.Status}",
        };
    }

    // An address that only leads to a page of an organization tells nothing by itself; the page does.
    private static async Task<HttpResponseMessage> FollowAsync(PortalMatrixHouse house, TestBrowser browser, HttpResponseMessage answer)
    {
        while ((int)answer.StatusCode is >= 300 and < 400 && new Uri(house.Portal.Address, answer.Headers.Location!) is var next && next.Authority == house.Portal.Address.Authority && IsInOrganization(next))
        {
            answer.Dispose();
            answer = await browser.GetOnceAsync(next.PathAndQuery);
        }

        return answer;
    }

    private static bool IsInOrganization(Uri address) => OrganizationIn().IsMatch(address.AbsolutePath);

    private static IEnumerable<KeyValuePair<string, string>> Fields =>
        [KeyValuePair.Create("returnUrl", "/"), KeyValuePair.Create("culture", "en"), KeyValuePair.Create("theme", "light")];

    private static async Task<string> AntiforgeryAsync(TestBrowser browser)
    {
        var page = await browser.GoAsync("/signed-out");
        return page.Document.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value") ?? string.Empty;
    }

    private static string Describe(PortalMatrixHouse house, HttpResponseMessage answer) => answer.StatusCode switch
    {
        HttpStatusCode.Unauthorized => MatrixWords.SignIn,
        HttpStatusCode.NotFound => MatrixWords.NotFound,
        HttpStatusCode.Forbidden => MatrixWords.Forbidden,
        >= HttpStatusCode.Moved and < HttpStatusCode.BadRequest => Describe(house, new Uri(house.Portal.Address, answer.Headers.Location!)),
        HttpStatusCode.OK or HttpStatusCode.NoContent => MatrixWords.Allowed,
        _ => $"refused: {(int)answer.StatusCode}",
    };

    private static string Describe(PortalMatrixHouse house, Uri location)
    {
        var path = location.AbsolutePath;
        return location.Authority == house.Portal.LogtoAddress.Authority
            ? path.EndsWith("/auth", StringComparison.Ordinal) ? MatrixWords.SignIn : $"to Logto's `{path}`"
            : path == "/sign-in" ? MatrixWords.SignIn : $"to `{path}`";
    }

    /// <summary>A page that may not be seen says so, with a lock, in place of what it is about.</summary>
    private static bool HidesItself(string body) =>
        body.Split("empty-glyph").Skip(1).Any(glyph => TextOf(glyph.Split("</span>")[0]).Contains(LockDrawing, StringComparison.Ordinal));

    private static string TextOf(string markup) => string.Concat(markup.Where(character => !char.IsWhiteSpace(character)));

    private static bool IsOurs(RouteEndpoint endpoint) =>
        endpoint.RoutePattern.RawText != PortalFactory.PersonPath
        // The gallery of components is there in Development only, and about nobody.
        && endpoint.RoutePattern.RawText!.TrimStart('/').Split('/')[0] is not ("kit" or "scalar")
        && !endpoint.Metadata.Any(item => item.GetType().Name is "StaticAssetDescriptor" or "BuildAssetMetadata");

    private static IEnumerable<Address> Addresses(RouteEndpoint endpoint)
    {
        var isPage = endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is not null;
        IReadOnlyList<string> methods = endpoint.Metadata.GetMetadata<HttpMethodMetadata>() switch
        {
            _ when isPage => ["GET"],
            { HttpMethods: { Count: > 0 } named } => [.. named.Where(method => method != "HEAD")],
            _ => ["GET"],
        };
        return methods.Select(method => new Address(method, endpoint, isPage, Who(endpoint)));
    }

    private static string Who(RouteEndpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
        {
            return "nothing";
        }

        var policies = endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(data => data.Policy ?? data.Roles).OfType<string>().Distinct().ToArray();
        return policies is [] ? Session : policies is [BearerReachRequirement.Policy] ? "an access token" : "policy " + string.Join(", ", policies);
    }

    [GeneratedRegex("/organizations/([a-z0-9]{12})(?=/|$)")]
    private static partial Regex OrganizationIn();

    private sealed record Address(string Method, RouteEndpoint Endpoint, bool IsPage, string Who)
    {
        private RoutePattern Pattern => Endpoint.RoutePattern;

        public bool IsApi => Template.StartsWith("/api/", StringComparison.Ordinal);

        private string Template => "/" + Pattern.RawText!.TrimStart('/');

        public string Name => $"{Method} {Template}";

        /// <summary>What its description shows as an example; nothing where it takes nothing.</summary>
        public object? Body() =>
            Endpoint.Metadata.GetMetadata<IAcceptsMetadata>() is not { } accepts ? null
            : accepts.ContentTypes.Contains("text/csv") ? new StringContent("new@example.com,member\n", null, "text/csv")
            : Endpoint.Metadata.GetMetadata<ApiExample>()?.Request ?? new { name = "Something" };

        public string PathIn(PortalMatrixHouse house) => Pattern.Parameters.Aggregate(Template, (path, parameter) =>
        {
            var start = path.IndexOf('{', StringComparison.Ordinal);
            return path[..start] + Value(parameter, house) + path[(path.IndexOf('}', StringComparison.Ordinal) + 1)..];
        });

        private static string Value(RoutePatternParameterPart parameter, PortalMatrixHouse house) => parameter.Name switch
        {
            "OrganizationId" or "organization" or "organizationId" or "id" => house.Acme.Value,
            "MemberId" or "member" or "user" or "person" => house.Member.Value,
            "import" or "ImportId" => house.Import.ToString("N"),
            "Token" or "token" => house.Token,
            _ when parameter.ParameterPolicies.Any(policy => policy.Content == "int") => "404",
            _ when parameter.ParameterPolicies.Any(policy => policy.Content == "guid") => Guid.Empty.ToString(),
            _ when parameter.ParameterPolicies.Any(policy => policy.Content == "long") => "1",
            _ when parameter.ParameterPolicies.Any(policy => policy.Content == "id") => "nothing",
            _ => "nothing.txt",
        };
    }
}
