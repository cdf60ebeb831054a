using System.Net;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Connection;

namespace OrgPortal.Tests.Logto;

public sealed class ManagementTokensTests : LogtoRoom
{
    private const string NoScopes = "[]";
    private static readonly OrganizationId Acme = OrganizationId.Parse("acme12345678");
    private static readonly UserId Bob = UserId.Parse("bob123456789");

    public ManagementTokensTests() => Logto.Otherwise = () => ScriptedLogto.Answer(HttpStatusCode.OK, NoScopes);

    [Fact]
    public async Task The_token_is_asked_for_with_the_secret_in_the_body_and_nowhere_else()
    {
        await ReadAsync();

        var form = Assert.Single(Logto.TokenRequests)!.Split('&').Order(StringComparer.Ordinal);
        Assert.Equal(
            ["client_id=app", $"client_secret={Secret}", "grant_type=client_credentials", "resource=https%3A%2F%2Fdefault.logto.app%2Fapi", "scope=all"],
            form);
        Assert.False(Logto.AuthenticatedByHeader);
    }

    [Fact]
    public async Task Two_hundred_cold_callers_fetch_one_token()
    {
        var gate = new TaskCompletionSource();
        Logto.TokenGate = gate.Task;

        var calls = Enumerable.Range(0, 200).Select(_ => ReadAsync()).ToList();
        gate.SetResult();
        await Task.WhenAll(calls);

        Assert.Single(Logto.TokenRequests);
        Assert.Equal(200, Logto.Calls.Count);
    }

    [Fact]
    public async Task Whoever_stops_waiting_for_the_token_leaves_it_to_the_others()
    {
        var gate = new TaskCompletionSource();
        Logto.TokenGate = gate.Task;
        using var impatience = new CancellationTokenSource();
        var impatient = Client<IOrganizationMembersClient>().ListScopesAsync(Acme, Bob, impatience.Token);
        var patient = ReadAsync();

        await impatience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);
        gate.SetResult();
        await patient;

        Assert.Single(Logto.TokenRequests);
        Assert.Single(Logto.Calls);
    }

    [Fact]
    public async Task A_refused_token_is_renewed_once_and_the_call_repeated()
    {
        Logto.RefusedToken = "token-1";

        await ReadAsync();

        Assert.Equal(["token-1", "token-2"], Logto.Tokens);
    }

    [Fact]
    public async Task Fifty_refused_calls_renew_the_token_once()
    {
        await ReadAsync();
        Logto.RefusedToken = "token-1";

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => ReadAsync()));

        Assert.Equal(2, Logto.TokenRequests.Count);
        Assert.Equal(50, Logto.Tokens.Count(token => token == "token-2"));
    }

    [Fact]
    public async Task A_second_refusal_surfaces_and_the_log_says_what_to_check()
    {
        Logto.Otherwise = () => ScriptedLogto.Answer(HttpStatusCode.Unauthorized, """{"code":"auth.unauthorized"}""");

        var exception = await Assert.ThrowsAsync<LogtoApiException>(ReadAsync);

        Assert.Equal((HttpStatusCode.Unauthorized, 2, 2), (exception.Status, Logto.Calls.Count, Logto.TokenRequests.Count));
        Assert.Contains(Logs.Lines, line => line.Contains("Logto:Management:Resource", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_token_is_renewed_beside_from_a_minute_before_its_end()
    {
        await ReadAsync();

        Time.Advance(TimeSpan.FromMinutes(58));
        await ReadAsync();
        Assert.Single(Logto.TokenRequests);

        Time.Advance(TimeSpan.FromSeconds(61));
        await ReadAsync();
        await UntilAsync(() => Logto.TokenRequests.Count == 2);
        await UntilAsync(() => Logto.Tokens[^1] == "token-2", ReadAsync);

        Assert.Equal(["token-1", "token-1", "token-1"], Logto.Tokens.Take(3));
        Assert.Equal(2, Logto.TokenRequests.Count);
    }

    [Fact]
    public async Task A_short_lived_token_is_renewed_in_the_middle_of_its_life()
    {
        Logto.TokenLife = 60;
        await ReadAsync();

        Time.Advance(TimeSpan.FromSeconds(29));
        await ReadAsync();
        Assert.Single(Logto.TokenRequests);

        Time.Advance(TimeSpan.FromSeconds(1));
        await ReadAsync();
        await UntilAsync(() => Logto.TokenRequests.Count == 2);
    }

    [Fact]
    public async Task While_the_old_token_works_a_token_endpoint_in_trouble_harms_nobody_and_is_left_in_peace_for_a_moment()
    {
        await ReadAsync();
        Logto.AnswersTokens(Refusal, times: 2);

        Time.Advance(TimeSpan.FromMinutes(59.5));
        await ReadAsync();
        await UntilAsync(() => CountOfRefusals() == 1);
        await ReadAsync();
        Time.Advance(TimeSpan.FromSeconds(4));
        await ReadAsync();
        Assert.Equal(2, Logto.TokenRequests.Count);

        Time.Advance(TimeSpan.FromSeconds(1));
        // The fetch before has told of its end already, and may not have ended yet.
        await UntilAsync(() => CountOfRefusals() == 2, ReadAsync);

        Assert.All(Logto.Tokens, token => Assert.Equal("token-1", token));
    }

    [Fact]
    public async Task A_token_that_has_ended_is_never_sent_although_no_other_can_be_had()
    {
        await ReadAsync();
        Logto.AnswersTokens(Refusal, times: 2);
        Time.Advance(TimeSpan.FromSeconds(3598));
        await ReadAsync();
        await UntilAsync(() => CountOfRefusals() == 1);

        Time.Advance(TimeSpan.FromSeconds(2));
        await Assert.ThrowsAsync<LogtoUnreachableException>(ReadAsync);
        Assert.Equal(2, Logto.Calls.Count);

        // The refusal before may have been the answer to both.
        while (CountOfRefusals() < 2)
        {
            await Assert.ThrowsAsync<LogtoUnreachableException>(ReadAsync);
        }

        await ReadAsync();
        Assert.Equal("token-4", Logto.Tokens[^1]);
    }

    public static TheoryData<string> Troubles => new(TroublesByName.Keys);

    private static Dictionary<string, Func<HttpResponseMessage>> TroublesByName { get; } = new()
    {
        ["refused"] = Refusal,
        ["error 500"] = () => ScriptedLogto.Answer(HttpStatusCode.InternalServerError, """{"message":"Internal server error."}"""),
        ["a page"] = () => ScriptedLogto.Answer(HttpStatusCode.OK, "<html>", "text/html"),
        ["no token"] = () => ScriptedLogto.Answer(HttpStatusCode.OK, """{"expires_in":3600}"""),
        ["too much"] = () => ScriptedLogto.Answer(HttpStatusCode.OK, $$"""{"access_token":"{{new string('x', (int)ManagementTokens.LargestAnswer)}}","expires_in":3600}"""),
        ["a certificate that is wrong"] = () => throw new HttpRequestException(HttpRequestError.SecureConnectionError),
    };

    [Theory]
    [MemberData(nameof(Troubles))]
    public async Task Without_a_token_nothing_is_sent(string trouble)
    {
        Logto.AnswersTokens(TroublesByName[trouble], times: 3);

        await Assert.ThrowsAsync<LogtoUnreachableException>(() => PassingTimeAsync(ReadAsync()));

        Assert.Empty(Logto.Calls);
        Assert.Contains(Logs.Lines, line => line.StartsWith("Error", StringComparison.Ordinal) && line.Contains("Logto:Management:ClientId", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_token_endpoint_that_stalls_holds_nobody_longer_than_half_a_minute()
    {
        Logto.StallsTokens(times: 3);

        var reading = ReadAsync();
        await MoveAsync(LogtoConnection.LongestCall - TimeSpan.FromSeconds(1));
        Assert.False(reading.IsCompleted);
        await MoveAsync(TimeSpan.FromSeconds(1));

        await Assert.ThrowsAsync<LogtoUnreachableException>(() => reading);
        Assert.Empty(Logto.Calls);
    }

    [Fact]
    public async Task A_busy_token_endpoint_is_asked_again()
    {
        Logto.AnswersTokens(() => ScriptedLogto.Answer(HttpStatusCode.ServiceUnavailable)).AnswersTokens(() => throw new HttpRequestException(HttpRequestError.ResponseEnded));

        await PassingTimeAsync(ReadAsync());

        Assert.Equal(["token-3"], Logto.Tokens);
    }

    private static HttpResponseMessage Refusal() =>
        ScriptedLogto.Answer(HttpStatusCode.Unauthorized, """{"code":"oidc.invalid_client","error":"invalid_client"}""");

    private int CountOfRefusals() => Logs.Lines.Count(line => line.Contains("no management token", StringComparison.Ordinal));

    private Task ReadAsync() => Client<IOrganizationMembersClient>().ListScopesAsync(Acme, Bob);
}
