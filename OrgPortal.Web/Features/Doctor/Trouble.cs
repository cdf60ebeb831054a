using System.Net;
using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Doctor;

/// <summary>What kept a check from reading what it looks at, in the words of whoever runs a Logto.</summary>
internal static class Trouble
{
    private const int DefaultPause = 10;

    /// <summary>The line for it.</summary>
    public static CheckOutcome Of(LogtoException exception, Uri endpoint) => exception switch
    {
        LogtoApiException answer => OfAnswer(answer),
        LogtoUnreachableException silence => OfSilence(silence, endpoint),
        _ => CheckOutcome.Fail("trouble.broke", exception.GetType().Name),
    };

    private static CheckOutcome OfAnswer(LogtoApiException answer) => answer.Status switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => CheckOutcome.Fail("trouble.refused", (int)answer.Status, answer.Route),
        HttpStatusCode.TooManyRequests => CheckOutcome.Fail("trouble.busy", answer.Route, Math.Ceiling(answer.RetryAfter?.TotalSeconds ?? DefaultPause)),
        HttpStatusCode.NotFound => CheckOutcome.Fail("trouble.unknown", answer.Route),
        >= HttpStatusCode.InternalServerError => CheckOutcome.Fail("trouble.status", (int)answer.Status, answer.Route),
        _ => CheckOutcome.Fail("trouble.unexpected", (int)answer.Status, answer.Code ?? "-", answer.Route),
    };

    private static CheckOutcome OfSilence(LogtoUnreachableException silence, Uri endpoint) => silence.Reason switch
    {
        NoAnswer.UnknownName => CheckOutcome.Fail("trouble.name", endpoint.Host),
        NoAnswer.Untrusted => CheckOutcome.Fail("trouble.certificate", endpoint.Authority),
        NoAnswer.NobodyThere => CheckOutcome.Fail("trouble.connection", endpoint.Authority),
        NoAnswer.TooSlow => CheckOutcome.Fail("trouble.slow", Examiner.LongestCheck.TotalSeconds),
        NoAnswer.NotAsked => CheckOutcome.Fail("trouble.away", endpoint.Authority),
        NoAnswer.NotLogto => CheckOutcome.Fail("trouble.format", silence.Route),
        _ => CheckOutcome.Fail("trouble.broken", silence.Route),
    };
}
