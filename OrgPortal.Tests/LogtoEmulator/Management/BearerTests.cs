using System.Net.Http.Headers;

namespace OrgPortal.Tests.LogtoEmulator.Management;

public sealed class BearerTests(ManagementFixture fixture) : ManagementTest(fixture)
{
    [Fact]
    public async Task A_call_without_a_header_is_told_that_it_is_missing()
    {
        var reply = await SendAsync(null);

        Assert.Equal((401, "auth.authorization_header_missing"), (reply.Status, reply.Code));
    }

    [Theory]
    [InlineData("Basic", "abc", 401, "auth.authorization_token_type_not_supported")]
    [InlineData("Bearer", "abc", 401, "auth.unauthorized")]
    [InlineData("Bearer", ManagementHost.Nobody, 401, "auth.jwt_sub_missing")]
    [InlineData("Bearer", ManagementHost.Powerless, 403, "auth.forbidden")]
    public async Task A_token_is_refused_with_the_reason(string scheme, string token, int status, string code)
    {
        var reply = await SendAsync(new AuthenticationHeaderValue(scheme, token));

        Assert.Equal((status, code), (reply.Status, reply.Code));
    }

    [Fact]
    public async Task A_token_with_the_scope_all_may_do_everything() =>
        Assert.Equal(200, (await SendAsync(new AuthenticationHeaderValue("Bearer", ManagementHost.AllPowerful))).Status);

    [Fact]
    public async Task The_status_needs_no_token()
    {
        using var response = await Api.Client.GetAsync("/api/status");

        Assert.Equal(204, (int)response.StatusCode);
    }

    private Task<Reply> SendAsync(AuthenticationHeaderValue? authorization)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/api/organizations");
        request.Headers.Authorization = authorization;
        return Api.SendAsync(request);
    }
}
