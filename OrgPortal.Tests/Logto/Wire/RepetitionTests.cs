using System.Globalization;
using System.Net;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Connection;

namespace OrgPortal.Tests.Logto.Wire;

public sealed class RepetitionTests : WireRoom
{
    [Theory]
    [MemberData(nameof(EveryCall))]
    public async Task What_was_never_sent_is_sent_again(string name)
    {
        Logto.Throws(HttpRequestError.ConnectionError).Throws(HttpRequestError.NameResolutionError);
        AnswersWell(name);

        await MakeAsync(name);

        Assert.Equal(3, Logto.Calls.Count);
    }

    [Theory]
    [MemberData(nameof(WhatMayBeRepeated))]
    public async Task A_lost_answer_is_asked_for_again(string name)
    {
        Logto.Throws(HttpRequestError.ResponseEnded).Answers(() => new HttpResponseMessage(HttpStatusCode.OK) { Content = new BrokenContent() });
        AnswersWell(name);

        await MakeAsync(name);

        Assert.Equal(3, Logto.Calls.Count);
        Assert.Single(Logto.Bodies.Distinct());
    }

    [Theory]
    [MemberData(nameof(WhatMustNotBeRepeated))]
    public async Task A_change_that_may_have_happened_is_not_made_again(string name)
    {
        Logto.Throws(HttpRequestError.ResponseEnded);

        await Assert.ThrowsAsync<LogtoUnreachableException>(() => MakeAsync(name));

        Assert.Single(Logto.Calls);
    }

    [Theory]
    [MemberData(nameof(WhatMustNotBeRepeated))]
    public async Task A_change_whose_answer_breaks_off_is_not_made_again(string name)
    {
        Logto.Answers(() => new HttpResponseMessage(HttpStatusCode.OK) { Content = new BrokenContent() });

        await Assert.ThrowsAsync<LogtoUnreachableException>(() => MakeAsync(name));

        Assert.Single(Logto.Calls);
    }

    [Theory]
    [MemberData(nameof(WhatMayBeRepeated))]
    public async Task A_busy_Logto_is_asked_three_times_at_most(string name)
    {
        Logto.Answers(HttpStatusCode.BadGateway, "<html>", "text/html").Answers(HttpStatusCode.GatewayTimeout).Answers(HttpStatusCode.ServiceUnavailable);

        var exception = await Assert.ThrowsAsync<LogtoApiException>(() => MakeAsync(name));

        Assert.Equal((HttpStatusCode.ServiceUnavailable, 3), (exception.Status, Logto.Calls.Count));
    }

    [Theory]
    [MemberData(nameof(WhatMustNotBeRepeated))]
    public async Task A_busy_Logto_is_not_asked_for_the_same_change_again(string name)
    {
        Logto.Answers(HttpStatusCode.ServiceUnavailable, "", headers: ("Retry-After", "1"));

        var exception = await Assert.ThrowsAsync<LogtoApiException>(() => MakeAsync(name));

        Assert.Equal((TimeSpan.FromSeconds(1), 1), (exception.RetryAfter, Logto.Calls.Count));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_short_pause_is_kept(bool asDate)
    {
        const string Name = $"{nameof(IUsersClient)}.{nameof(IUsersClient.GetAsync)}";
        var pause = asDate ? Time.GetUtcNow().AddSeconds(4).ToString("R", CultureInfo.InvariantCulture) : "4";
        Logto.Answers(HttpStatusCode.TooManyRequests, "", headers: ("Retry-After", pause));
        AnswersWell(Name);
        var begun = Time.GetUtcNow();

        await MakeAsync(Name);

        Assert.True(Logto.Made[1].At - begun >= TimeSpan.FromSeconds(4));
    }

    [Theory]
    [MemberData(nameof(WhatMayBeRepeated))]
    public async Task A_Logto_that_stalls_is_asked_again_after_ten_seconds(string name)
    {
        Logto.Stalls();
        AnswersWell(name);
        var begun = Time.GetUtcNow();

        await MakeAsync(name);

        Assert.Equal(2, Logto.Calls.Count);
        Assert.True(Logto.Made[1].At - begun >= LogtoResilience.LongestAttempt);
    }

    [Theory]
    [MemberData(nameof(WhatMustNotBeRepeated))]
    public async Task A_change_that_Logto_stalls_over_is_given_up_after_ten_seconds(string name)
    {
        Logto.Stalls();

        await Assert.ThrowsAsync<LogtoUnreachableException>(() => MakeAsync(name));

        Assert.Single(Logto.Calls);
    }

    [Fact]
    public async Task An_answer_that_stalls_in_its_middle_is_given_up_too()
    {
        const string Name = $"{nameof(IOrganizationsClient)}.{nameof(IOrganizationsClient.GetAsync)}";
        Logto.Answers(() => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StallingContent(Logto.StallAsync) });
        AnswersWell(Name);

        await MakeAsync(Name);

        Assert.Equal(2, Logto.Calls.Count);
    }

    [Fact]
    public async Task Nobody_waits_longer_than_half_a_minute()
    {
        Logto.Stalls(times: 3);

        var call = LogtoCallBook.Find($"{nameof(IOrganizationsClient)}.{nameof(IOrganizationsClient.GetAsync)}").Act(Services);
        await UntilAsync(() => Logto.Calls.Count == 1); // so that its time limits run on the clock that is moved
        await MoveAsync(LogtoConnection.LongestCall - TimeSpan.FromSeconds(1));
        Assert.False(call.IsCompleted);
        await MoveAsync(TimeSpan.FromSeconds(1));

        await Assert.ThrowsAsync<LogtoUnreachableException>(() => call);
    }

    [Fact]
    public async Task Whoever_leaves_ends_a_read_and_is_not_told_that_Logto_is_away()
    {
        using var leaving = new CancellationTokenSource();
        Logto.Stalls();
        var read = Client<IOrganizationsClient>().GetAsync(OrganizationId.Parse(LogtoCallBook.Acme), leaving.Token);
        await UntilAsync(() => Logto.Calls.Count == 1);

        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => read);
        Assert.Single(Logto.Calls);
    }

    [Theory]
    [InlineData("Revoked", null, true)]
    [InlineData("Accepted", LogtoCallBook.Bob, false)]
    public async Task A_revocation_refused_the_second_time_is_done_if_the_invitation_stands_revoked(string status, string? acceptedBy, bool isDone)
    {
        var answer = LogtoCallBook.Find($"{nameof(IOrganizationInvitationsClient)}.{nameof(IOrganizationInvitationsClient.GetAsync)}").Answer!
            .Replace("Pending", status, StringComparison.Ordinal)
            .Replace("\"acceptedUserId\":null", acceptedBy is null ? "\"acceptedUserId\":null" : $"\"acceptedUserId\":\"{acceptedBy}\"", StringComparison.Ordinal);
        Logto.Throws(HttpRequestError.ResponseEnded).Answers(HttpStatusCode.UnprocessableEntity, """{"code":"request.invalid_input"}""").Answers(HttpStatusCode.OK, answer);

        var revoking = PassingTimeAsync(Client<IOrganizationInvitationsClient>().RevokeAsync(InvitationId.Parse(LogtoCallBook.Invitation)));

        if (isDone)
        {
            Assert.Equal("Revoked", (await revoking).Status);
        }
        else
        {
            Assert.Equal("request.invalid_input", (await Assert.ThrowsAsync<LogtoApiException>(() => revoking)).Code);
        }
    }
}
