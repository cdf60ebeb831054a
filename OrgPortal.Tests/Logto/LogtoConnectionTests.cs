using System.Net;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;

namespace OrgPortal.Tests.Logto;

public sealed class LogtoConnectionTests : LogtoRoom
{
    private const string Acme = """{"id":"acme12345678","name":"Acme","description":null,"customData":{},"isMfaRequired":false,"color":{},"branding":{},"createdAt":1700000000000,"somethingNew":[1]}""";
    private static readonly OrganizationId AcmeId = OrganizationId.Parse("acme12345678");
    private static readonly UserId Bob = UserId.Parse("bob123456789");

    private IOrganizationsClient Organizations => Client<IOrganizationsClient>();

    private IOrganizationMembersClient Members => Client<IOrganizationMembersClient>();

    private IOrganizationInvitationsClient Invitations => Client<IOrganizationInvitationsClient>();

    [Fact]
    public async Task Unknown_fields_are_ignored_andTimes_are_milliseconds()
    {
        Logto.Answers(HttpStatusCode.OK, Acme);

        var organization = await Organizations.GetAsync(AcmeId);

        Assert.Equal(("Acme", DateTimeOffset.FromUnixTimeMilliseconds(1700000000000)), (organization.Name, organization.CreatedAt));
        Assert.Equal("GET /api/organizations/acme12345678", Assert.Single(Logto.Calls));
    }

    [Theory]
    [InlineData("""{"code":"entity.not_found","message":"…"}""", "application/json", "entity.not_found")]
    [InlineData("""{"message":"…"}""", "application/json", null)]
    [InlineData("Not Found", "text/plain", null)]
    [InlineData("<html>", "text/html", null)]
    [InlineData("", "text/plain", null)]
    public async Task Every_shape_of_error_is_read(string body, string type, string? code)
    {
        Logto.Answers(HttpStatusCode.NotFound, body, type);

        var exception = await Assert.ThrowsAsync<LogtoApiException>(() => Organizations.GetAsync(AcmeId));

        Assert.Equal((HttpStatusCode.NotFound, code, "organizations/{id}"), (exception.Status, exception.Code, exception.Route));
    }

    [Theory]
    [InlineData("<html>200 all the same</html>")]
    [InlineData("""{"id":""")]
    [InlineData("""{"id":"../../users","name":"Acme"}""")]
    [InlineData("null")]
    public async Task Nonsense_with_status_200_is_no_answer(string body)
    {
        Logto.Answers(HttpStatusCode.OK, body);

        await Assert.ThrowsAsync<LogtoUnreachableException>(() => Organizations.GetAsync(AcmeId));
    }

    [Fact]
    public async Task Wildcards_and_control_characters_are_taken_out_of_a_search()
    {
        Logto.Answers(HttpStatusCode.OK, "[]", headers: ("Total-Number", "0"));

        await Members.ListAsync(AcmeId, new PageRequest(2, 20), " 100%_a\0b&q=c ");

        Assert.Equal("GET /api/organizations/acme12345678/users?q=100ab%26q%3Dc&page=2&page_size=20", Assert.Single(Logto.Calls));
    }

    [Fact]
    public async Task A_patch_tells_left_out_from_emptied()
    {
        Logto.Answers(HttpStatusCode.OK, Acme).Answers(HttpStatusCode.OK, Acme);

        await Organizations.UpdateAsync(AcmeId, new OrganizationChange(Name: "New"));
        await Organizations.UpdateAsync(AcmeId, new OrganizationChange(Description: ""));

        Assert.Equal(["""{"name":"New"}""", """{"description":null}"""], Logto.Bodies);
    }

    [Fact]
    public async Task Invitations_are_never_listed_without_a_filter()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Invitations.ListByInviteeAsync(" "));

        Assert.Empty(Logto.Calls);
    }

    [Fact]
    public async Task A_busy_Logto_is_asked_again()
    {
        Logto.Answers(HttpStatusCode.ServiceUnavailable).Answers(HttpStatusCode.BadGateway, "<html>", "text/html").Answers(HttpStatusCode.OK, Acme);

        Assert.Equal("Acme", (await PassingTimeAsync(Organizations.GetAsync(AcmeId))).Name);
        Assert.Equal(3, Logto.Calls.Count);
    }

    [Fact]
    public async Task A_removal_that_finds_nothing_the_secondTime_is_done()
    {
        Logto.Throws(HttpRequestError.ResponseEnded).Answers(HttpStatusCode.NotFound, """{"code":"entity.not_found"}""");

        await PassingTimeAsync(Members.RemoveAsync(AcmeId, Bob));

        Assert.Equal(2, Logto.Calls.Count);
    }

    [Fact]
    public async Task A_removal_that_finds_nothing_the_firstTime_is_not()
    {
        Logto.Answers(HttpStatusCode.NotFound, """{"code":"entity.not_found"}""");

        await Assert.ThrowsAsync<LogtoApiException>(() => Members.RemoveAsync(AcmeId, Bob));
    }

    [Fact]
    public async Task Roles_are_read_page_by_page_and_kept_for_a_minute()
    {
        const string Role = """[{"id":"role00000000000000001","name":"admin","description":null,"type":"User","scopes":[{"id":"s","name":"read:member"}],"resourceScopes":[]}]""";
        var roles = Client<IOrganizationRolesClient>();
        for (var i = 0; i < 2; i++)
        {
            Logto.Answers(HttpStatusCode.OK, Role, headers: ("Total-Number", "2")).Answers(HttpStatusCode.OK, Role, headers: ("Total-Number", "2"));
        }

        Assert.Equal(2, (await roles.ListAsync()).Count);
        await roles.ListAsync();
        Assert.Equal(2, Logto.Calls.Count);

        Time.Advance(TimeSpan.FromMinutes(1));
        await roles.ListAsync();
        Assert.Equal(4, Logto.Calls.Count);
    }
}
