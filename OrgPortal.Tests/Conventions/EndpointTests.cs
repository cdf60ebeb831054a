using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OrgPortal.Tests.Support;

namespace OrgPortal.Tests.Conventions;

/// <summary>
/// Every address of the portal with who may open it, as <c>Endpoints.txt</c> says. A new page is a line there, so that opening it to everybody is
/// something a reviewer sees. With <c>ORGPORTAL_ACCEPT=1</c> the file is written anew.
/// </summary>
public sealed class EndpointTests
{
    private static readonly string File = Path.Combine(SourceTree.Root, "OrgPortal.Tests", "Conventions", "Endpoints.txt");

    [Fact]
    public async Task Every_address_is_on_the_list_with_who_may_open_it()
    {
        await using var portal = await PortalFactory.StartAsync();
        string[] lines =
        [
            .. portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
                .Where(IsOurs).Select(Line).Distinct().Order(StringComparer.Ordinal),
        ];

        if (Environment.GetEnvironmentVariable("ORGPORTAL_ACCEPT") == "1")
        {
            await System.IO.File.WriteAllLinesAsync(File, lines);
        }

        Assert.Equal(string.Join('\n', await System.IO.File.ReadAllLinesAsync(File)), string.Join('\n', lines));
    }

    private static bool IsOurs(RouteEndpoint endpoint) =>
        endpoint.RoutePattern.RawText != PortalFactory.PersonPath
        && !endpoint.Metadata.Any(item => item.GetType().Name is "StaticAssetDescriptor" or "BuildAssetMetadata");

    private static string Line(RouteEndpoint endpoint)
    {
        var methods = endpoint.Metadata.GetMetadata<HttpMethodMetadata>() is { HttpMethods: { Count: > 0 } named } ? string.Join(',', named.Order(StringComparer.Ordinal)) : "any";
        return $"{methods,-8} /{endpoint.RoutePattern.RawText!.TrimStart('/')}: {Who(endpoint)}";
    }

    private static string Who(RouteEndpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
        {
            return "everybody";
        }

        var policies = endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(data => data.Policy ?? data.Roles).OfType<string>().Distinct().ToArray();
        return policies is [] ? "whoever is signed in" : "policy " + string.Join(", ", policies);
    }
}
