using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace OrgPortal.Tests.Api;

/// <summary>Every operation of the API, tried as everybody who may not.</summary>
public sealed partial class ApiWallTests(ApiHouse house) : IClassFixture<ApiHouse>
{
    /// <summary>Operations that do nothing, and say so to nobody, where there is nothing of the caller's.</summary>
    private static readonly HashSet<string> Silent = ["listHistory"];

    public static TheoryData<string> Every => [.. ApiCase.All.Select(one => one.Name)];

    public static TheoryData<string> InOrganization => [.. ApiCase.All.Where(one => one.IsInOrganization).Select(one => one.Name)];

    public static TheoryData<string> Guarded => [.. ApiCase.All.Where(one => one.Needs is not null).Select(one => one.Name)];

    public static TheoryData<string> AboutOne => [.. ApiCase.All.Where(one => one.IsInOrganization && one.IsAboutOne && !Silent.Contains(one.Name)).Select(one => one.Name)];

    [Fact]
    public void Every_operation_is_tried()
    {
        // Organizations, roles and permissions have tests of their own.
        string[] others = ["/organizations", "/organizations/{}", "/organizations/{}/leave", "/organizations/{}/restore", "/organizations/{}/logo", "/organizations/{}/hand-over", "/organizations/{}/roles", "/organizations/{}/permissions", "/permissions"];
        var mapped = house.Portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/api/v1/", StringComparison.Ordinal))
            .Select(endpoint => (Method: endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0], Path: Parameter().Replace(endpoint.RoutePattern.RawText!["/api/v1".Length..], "{}")))
            .Where(endpoint => !others.Contains(endpoint.Path))
            .Select(endpoint => $"{endpoint.Method} {endpoint.Path}");
        var tried = ApiCase.All.Select(one => $"{one.Method} {Parameter().Replace(one.Path, "{}").Replace("/unknown", "/{}", StringComparison.Ordinal).Replace("/secrets/first", "/secrets/{}", StringComparison.Ordinal).Replace("/1/", "/{}/", StringComparison.Ordinal).Replace("/deliveries/1", "/deliveries/{}", StringComparison.Ordinal).Replace("/00000000-0000-0000-0000-000000000001", "/{}", StringComparison.Ordinal)}");

        Assert.Equal(mapped.Order(StringComparer.Ordinal), tried.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Every))]
    public async Task Nobody_gets_nothing(string operation)
    {
        var answer = await house.TryAsync(ApiCase.Named(operation), null);

        Assert.Equal((HttpStatusCode.Unauthorized, "sign_in_required", "Bearer"), (answer.Status, answer.Code, answer.Header("WWW-Authenticate")));
    }

    [Theory]
    [MemberData(nameof(Guarded))]
    public async Task A_member_without_the_permission_is_told_which(string operation)
    {
        var one = ApiCase.Named(operation);

        var answer = await house.TryAsync(one, "carol");

        Assert.Equal((HttpStatusCode.Forbidden, "forbidden"), (answer.Status, answer.Code));
        Assert.Equal(one.Needs, answer["permission"]);
    }

    [Theory]
    [MemberData(nameof(InOrganization))]
    public async Task A_token_of_another_organization_does_not_reach(string operation)
    {
        var answer = await house.TryAsync(ApiCase.Named(operation), "dave", token: await house.TokenAsync("dave", house.Globex));

        Assert.Equal((HttpStatusCode.Forbidden, "token_of_other_organization"), (answer.Status, answer.Code));
    }

    [Theory]
    [MemberData(nameof(InOrganization))]
    public async Task A_token_for_the_resource_does_not_reach_into_an_organization(string operation)
    {
        var answer = await house.TryAsync(ApiCase.Named(operation), "alice", token: house.ResourceToken("alice"));

        Assert.Equal((HttpStatusCode.Forbidden, "organization_token_required"), (answer.Status, answer.Code));
    }

    [Theory]
    [MemberData(nameof(InOrganization))]
    public async Task Who_was_removed_while_holding_a_token_finds_nothing(string operation)
    {
        var answer = await house.TryAsync(ApiCase.Named(operation), "erin", token: await house.TokenAsync("erin", house.Acme));

        Assert.Equal((HttpStatusCode.NotFound, "not_found"), (answer.Status, answer.Code));
    }

    [Theory]
    [MemberData(nameof(AboutOne))]
    public async Task What_belongs_to_another_organization_is_not_found(string operation)
    {
        var answer = await house.TryAsync(ApiCase.Named(operation), "alice", "Acme", "Globex");

        Assert.Equal((HttpStatusCode.NotFound, "not_found"), (answer.Status, answer.Code));
    }

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}
