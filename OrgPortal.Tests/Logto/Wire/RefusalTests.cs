using System.Globalization;
using System.Net;
using OrgPortal.Tests.Support;
using OrgPortal.Web.Logto;

namespace OrgPortal.Tests.Logto.Wire;

public sealed class RefusalTests : WireRoom
{
    [Theory]
    [MemberData(nameof(EveryCall))]
    public async Task What_is_not_there_is_said_with_its_code_and_no_identifier(string name)
    {
        Logto.Answers(HttpStatusCode.NotFound, """{"code":"entity.not_found","message":"…"}""");

        var exception = await Assert.ThrowsAsync<LogtoApiException>(() => MakeAsync(name));

        Assert.Equal((HttpStatusCode.NotFound, "entity.not_found", LogtoCallBook.Find(name).Template), (exception.Status, exception.Code, exception.Route));
        Assert.Single(Logto.Calls);
    }

    [Theory]
    [MemberData(nameof(EveryCall))]
    public async Task A_refusal_is_not_asked_for_twice(string name)
    {
        Logto.Answers(HttpStatusCode.UnprocessableEntity, """{"code":"entity.relation_foreign_key_not_found","message":"…","data":{"a":[1]}}""");

        var exception = await Assert.ThrowsAsync<LogtoApiException>(() => MakeAsync(name));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "entity.relation_foreign_key_not_found", false), (exception.Status, exception.Code, exception.AnswersRepetition));
        Assert.Single(Logto.Calls);
    }

    [Theory]
    [MemberData(nameof(EveryCall))]
    public async Task An_error_500_is_not_asked_for_twice(string name)
    {
        Logto.Answers(HttpStatusCode.InternalServerError, """{"message":"Internal server error."}""");

        var exception = await Assert.ThrowsAsync<LogtoApiException>(() => MakeAsync(name));

        Assert.Equal((HttpStatusCode.InternalServerError, null), (exception.Status, exception.Code));
        Assert.Single(Logto.Calls);
    }

    [Theory]
    [MemberData(nameof(EveryCall))]
    public async Task A_pause_of_many_seconds_is_said_instead_of_waited_for(string name)
    {
        Logto.Answers(HttpStatusCode.TooManyRequests, "Too Many Requests", "text/plain", ("Retry-After", "60"));

        var exception = await Assert.ThrowsAsync<LogtoApiException>(() => MakeAsync(name));

        Assert.Equal(TimeSpan.FromSeconds(60), exception.RetryAfter);
        Assert.Single(Logto.Calls);
    }

    [Theory]
    [MemberData(nameof(EveryCall))]
    public async Task A_pause_until_a_date_is_counted_from_now(string name)
    {
        var until = Time.GetUtcNow().AddSeconds(90);
        Logto.Answers(HttpStatusCode.ServiceUnavailable, "", headers: ("Retry-After", until.ToString("R", CultureInfo.InvariantCulture)));

        var exception = await Assert.ThrowsAsync<LogtoApiException>(() => LogtoCallBook.Find(name).Act(Services).WaitAsync(Patience.Limit));

        Assert.Equal(TimeSpan.FromSeconds(90), exception.RetryAfter);
        Assert.Single(Logto.Calls);
    }

    [Theory]
    [MemberData(nameof(EveryCall))]
    public async Task A_redirect_is_no_answer_of_Logto(string name)
    {
        Logto.Answers(HttpStatusCode.Found, "", headers: ("Location", "https://elsewhere.example/"));

        await Assert.ThrowsAsync<LogtoUnreachableException>(() => MakeAsync(name));

        Assert.Single(Logto.Calls);
    }

    [Theory]
    [MemberData(nameof(EveryCall))]
    public async Task A_refused_token_is_renewed_and_the_same_request_sent_again(string name)
    {
        Logto.RefusedToken = "token-1";
        AnswersWell(name);

        await MakeAsync(name);

        Assert.Equal(["token-1", "token-2"], Logto.Tokens);
        Assert.Equal(Logto.Made[0] with { Token = null, At = default }, Logto.Made[1] with { Token = null, At = default });
    }
}
