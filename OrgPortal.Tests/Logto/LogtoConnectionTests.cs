using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;

namespace OrgPortal.Tests.Logto;

public sealed class LogtoConnectionTests : IDisposable
{
    private const string Acme = """{"id":"acme12345678","name":"Acme","description":null,"customData":{},"isMfaRequired":false,"color":{},"branding":{},"createdAt":1700000000000,"somethingNew":[1]}""";
    private static readonly OrganizationId AcmeId = OrganizationId.Parse("acme12345678");
    private static readonly UserId Bob = UserId.Parse("bob123456789");

    private readonly ScriptedLogto _logto = new();
    private readonly FakeTimeProvider _time = new();
    private readonly ServiceProvider _services;

    public LogtoConnectionTests() =>
        _services = LogtoClients.Create(new Uri("http://logto.example/"), "app", "secret", _logto, _time);

    private IOrganizationsClient Organizations => _services.GetRequiredService<IOrganizationsClient>();

    private IOrganizationMembersClient Members => _services.GetRequiredService<IOrganizationMembersClient>();

    private IOrganizationInvitationsClient Invitations => _services.GetRequiredService<IOrganizationInvitationsClient>();

    public void Dispose()
    {
        _services.Dispose();
        _logto.Dispose();
    }

    [Fact]
    public async Task Unknown_fields_are_ignored_and_times_are_milliseconds()
    {
        _logto.Answers(HttpStatusCode.OK, Acme);

        var organization = await Organizations.GetAsync(AcmeId);

        Assert.Equal(("Acme", DateTimeOffset.FromUnixTimeMilliseconds(1700000000000)), (organization.Name, organization.CreatedAt));
        Assert.Equal("GET /api/organizations/acme12345678", Assert.Single(_logto.Calls));
    }

    [Theory]
    [InlineData("""{"code":"entity.not_found","message":"…"}""", "application/json", "entity.not_found")]
    [InlineData("""{"message":"…"}""", "application/json", null)]
    [InlineData("Not Found", "text/plain", null)]
    [InlineData("<html>", "text/html", null)]
    [InlineData("", "text/plain", null)]
    public async Task Every_shape_of_error_is_read(string body, string type, string? code)
    {
        _logto.Answers(HttpStatusCode.NotFound, body, type);

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
        _logto.Answers(HttpStatusCode.OK, body);

        await Assert.ThrowsAsync<LogtoUnreachableException>(() => Organizations.GetAsync(AcmeId));
    }

    [Fact]
    public async Task The_text_Created_is_not_parsed()
    {
        _logto.Answers(HttpStatusCode.Created, "Created", "text/plain");

        await Members.AddAsync(AcmeId, [Bob]);

        Assert.Equal("""{"userIds":["bob123456789"]}""", Assert.Single(_logto.Bodies));
    }

    [Fact]
    public async Task A_page_without_its_total_is_no_answer()
    {
        _logto.Answers(HttpStatusCode.OK, "[]");

        await Assert.ThrowsAsync<LogtoUnreachableException>(() => Members.ListAsync(AcmeId, new PageRequest(1, 20)));
    }

    [Fact]
    public async Task Wildcards_and_control_characters_are_taken_out_of_a_search()
    {
        _logto.Answers(HttpStatusCode.OK, "[]", headers: ("Total-Number", "0"));

        await Members.ListAsync(AcmeId, new PageRequest(2, 20), " 100%_a\0b&q=c ");

        Assert.Equal("GET /api/organizations/acme12345678/users?q=100ab%26q%3Dc&page=2&page_size=20", Assert.Single(_logto.Calls));
    }

    [Fact]
    public async Task A_patch_tells_left_out_from_emptied()
    {
        _logto.Answers(HttpStatusCode.OK, Acme).Answers(HttpStatusCode.OK, Acme);

        await Organizations.UpdateAsync(AcmeId, new OrganizationChange(Name: "New"));
        await Organizations.UpdateAsync(AcmeId, new OrganizationChange(Description: ""));

        Assert.Equal(["""{"name":"New"}""", """{"description":null}"""], _logto.Bodies);
    }

    [Fact]
    public async Task Revoking_sends_no_accepting_user()
    {
        _logto.Answers(HttpStatusCode.UnprocessableEntity, """{"code":"request.invalid_input"}""");

        await Assert.ThrowsAsync<LogtoApiException>(() => Invitations.RevokeAsync(InvitationId.Parse("invitation00000000001")));

        Assert.Equal("""{"status":"Revoked"}""", Assert.Single(_logto.Bodies));
    }

    [Fact]
    public async Task Invitations_are_never_listed_without_a_filter()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Invitations.ListByInviteeAsync(" "));

        Assert.Empty(_logto.Calls);
    }

    [Fact]
    public async Task A_busy_Logto_is_asked_again()
    {
        _logto.Answers(HttpStatusCode.ServiceUnavailable).Answers(HttpStatusCode.BadGateway, "<html>", "text/html").Answers(HttpStatusCode.OK, Acme);

        Assert.Equal("Acme", (await AdvancingAsync(Organizations.GetAsync(AcmeId))).Name);
        Assert.Equal(3, _logto.Calls.Count);
    }

    [Fact]
    public async Task A_long_Retry_After_is_said_instead_of_waited_for()
    {
        _logto.Answers(HttpStatusCode.TooManyRequests, "", headers: ("Retry-After", "60"));

        var exception = await Assert.ThrowsAsync<LogtoApiException>(() => Organizations.GetAsync(AcmeId));

        Assert.Equal(TimeSpan.FromSeconds(60), exception.RetryAfter);
    }

    [Fact]
    public async Task A_creation_is_never_repeated_once_it_was_sent()
    {
        _logto.Throws(new HttpRequestException(HttpRequestError.ResponseEnded));

        await Assert.ThrowsAsync<LogtoUnreachableException>(() => Organizations.CreateAsync(new NewOrganization("Acme", null)));

        Assert.Single(_logto.Calls);
    }

    [Fact]
    public async Task A_creation_that_was_never_sent_is_repeated()
    {
        _logto.Throws(new HttpRequestException(HttpRequestError.ConnectionError)).Answers(HttpStatusCode.Created, Acme);

        await AdvancingAsync(Organizations.CreateAsync(new NewOrganization("Acme", null)));

        Assert.Equal(2, _logto.Calls.Count);
    }

    [Fact]
    public async Task A_removal_that_finds_nothing_the_second_time_is_done()
    {
        _logto.Throws(new HttpRequestException(HttpRequestError.ResponseEnded)).Answers(HttpStatusCode.NotFound, """{"code":"entity.not_found"}""");

        await AdvancingAsync(WithResult(Members.RemoveAsync(AcmeId, Bob)));

        Assert.Equal(2, _logto.Calls.Count);
    }

    [Fact]
    public async Task A_removal_that_finds_nothing_the_first_time_is_not()
    {
        _logto.Answers(HttpStatusCode.NotFound, """{"code":"entity.not_found"}""");

        await Assert.ThrowsAsync<LogtoApiException>(() => Members.RemoveAsync(AcmeId, Bob));
    }

    [Fact]
    public async Task Two_hundred_cold_callers_fetch_one_token()
    {
        var gate = new TaskCompletionSource();
        _logto.TokenGate = gate.Task;
        for (var i = 0; i < 200; i++)
        {
            _logto.Answers(HttpStatusCode.OK, Acme);
        }

        var calls = Enumerable.Range(0, 200).Select(_ => Organizations.GetAsync(AcmeId)).ToList();
        gate.SetResult();
        await Task.WhenAll(calls);

        Assert.Equal(1, _logto.TokensGiven);
    }

    [Fact]
    public async Task A_refused_token_is_renewed_once_and_the_call_repeated()
    {
        _logto.Answers(HttpStatusCode.Unauthorized, """{"code":"auth.unauthorized"}""").Answers(HttpStatusCode.OK, Acme);

        await Organizations.GetAsync(AcmeId);

        Assert.Equal(["token-1", "token-2"], _logto.Tokens);
    }

    [Fact]
    public async Task A_second_refusal_surfaces()
    {
        _logto.Answers(HttpStatusCode.Unauthorized, """{"code":"auth.unauthorized"}""").Answers(HttpStatusCode.Unauthorized, """{"code":"auth.unauthorized"}""");

        var exception = await Assert.ThrowsAsync<LogtoApiException>(() => Organizations.GetAsync(AcmeId));

        Assert.Equal(HttpStatusCode.Unauthorized, exception.Status);
    }

    [Fact]
    public async Task A_token_is_renewed_a_minute_early_and_used_on_when_that_fails()
    {
        _logto.Answers(HttpStatusCode.OK, Acme).Answers(HttpStatusCode.OK, Acme);
        await Organizations.GetAsync(AcmeId);

        _time.Advance(TimeSpan.FromMinutes(59.5));
        _logto.RefusesTokens = true;
        await Organizations.GetAsync(AcmeId);

        Assert.Equal(["token-1", "token-1"], _logto.Tokens);
        Assert.Equal(2, _logto.TokensGiven);
    }

    [Fact]
    public async Task Roles_are_read_page_by_page_and_kept_for_a_minute()
    {
        const string Role = """[{"id":"role00000000000000001","name":"admin","description":null,"type":"User","scopes":[{"id":"s","name":"read:member"}],"resourceScopes":[]}]""";
        var roles = _services.GetRequiredService<IOrganizationRolesClient>();
        for (var i = 0; i < 2; i++)
        {
            _logto.Answers(HttpStatusCode.OK, Role, headers: ("Total-Number", "2")).Answers(HttpStatusCode.OK, Role, headers: ("Total-Number", "2"));
        }

        Assert.Equal(2, (await roles.ListAsync()).Count);
        await roles.ListAsync();
        Assert.Equal(2, _logto.Calls.Count);

        _time.Advance(TimeSpan.FromMinutes(1));
        await roles.ListAsync();
        Assert.Equal(4, _logto.Calls.Count);
    }

    private static async Task<bool> WithResult(Task task)
    {
        await task;
        return true;
    }

    // Lets the pauses between tries pass without waiting for them.
    private async Task<T> AdvancingAsync<T>(Task<T> call)
    {
        while (!call.IsCompleted)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            await Task.WhenAny(call, Task.Delay(5));
        }

        return await call;
    }
}
