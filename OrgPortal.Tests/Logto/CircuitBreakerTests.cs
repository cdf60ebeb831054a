using System.Net;
using OrgPortal.Tests.Support;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Connection;
using OrgPortal.Web.Logto.Models;

namespace OrgPortal.Tests.Logto;

public sealed class CircuitBreakerTests : LogtoRoom
{
    private static readonly OrganizationId Acme = OrganizationId.Parse("acme12345678");
    private static readonly UserId Bob = UserId.Parse("bob123456789");

    public static TheoryData<HttpStatusCode> WhatIsNoOutage =>
        [HttpStatusCode.InternalServerError, HttpStatusCode.TooManyRequests, HttpStatusCode.NotFound, HttpStatusCode.UnprocessableEntity, HttpStatusCode.Forbidden];

    [Fact]
    public async Task While_Logto_is_away_nobody_waits_and_nothing_is_sent()
    {
        await BreakAsync();
        var sent = Logto.Calls.Count;

        await Assert.ThrowsAsync<LogtoUnreachableException>(ReadAsync);
        await Assert.ThrowsAsync<LogtoUnreachableException>(ChangeAsync);

        Assert.Equal(sent, Logto.Calls.Count);
        Assert.Equal(LogtoResilience.AttemptsBeforeBreak, sent);
    }

    [Fact]
    public async Task Two_seconds_after_its_return_everything_works_again()
    {
        await BreakAsync();
        Logto.Otherwise = () => ScriptedLogto.Answer(HttpStatusCode.OK, "[]");

        Time.Advance(LogtoResilience.Break);

        await ReadAsync();
        await ReadAsync();
        await ReadAsync();
    }

    [Fact]
    public async Task As_long_as_it_stays_away_one_call_in_two_seconds_finds_out()
    {
        await BreakAsync();
        var sent = Logto.Calls.Count;
        Time.Advance(LogtoResilience.Break);

        for (var i = 0; i < 5; i++)
        {
            await Assert.ThrowsAsync<LogtoUnreachableException>(ChangeAsync);
        }

        Assert.Equal(sent + 1, Logto.Calls.Count);
    }

    [Theory]
    [MemberData(nameof(WhatIsNoOutage))]
    public async Task Refusals_are_no_outage(HttpStatusCode status)
    {
        Logto.Otherwise = () => ScriptedLogto.Answer(status, headers: ("Retry-After", "60"));

        for (var i = 0; i < LogtoResilience.AttemptsBeforeBreak * 2; i++)
        {
            await Assert.ThrowsAsync<LogtoApiException>(ReadAsync);
        }
    }

    [Fact]
    public async Task A_few_failures_among_many_answers_are_no_outage()
    {
        for (var i = 0; i < LogtoResilience.AttemptsBeforeBreak * 2; i++)
        {
            Logto.Answers(HttpStatusCode.OK, "[]").Answers(HttpStatusCode.OK, "[]").Throws(HttpRequestError.ResponseEnded);
            await ReadAsync();
            await ReadAsync();
            await Assert.ThrowsAsync<LogtoUnreachableException>(ChangeAsync);
        }
    }

    private async Task BreakAsync()
    {
        Logto.Otherwise = () => throw new HttpRequestException(HttpRequestError.ResponseEnded);
        for (var i = 0; i < LogtoResilience.AttemptsBeforeBreak; i++)
        {
            await Assert.ThrowsAsync<LogtoUnreachableException>(ChangeAsync);
        }
    }

    // Without a breaker it would pause on a clock that stands still.
    private Task ReadAsync() => Client<IOrganizationMembersClient>().ListScopesAsync(Acme, Bob).WaitAsync(Patience.Limit);

    // Not repeated: one attempt a call.
    private Task ChangeAsync() => Client<IOrganizationsClient>().CreateAsync(new NewOrganization("Acme", null));
}
