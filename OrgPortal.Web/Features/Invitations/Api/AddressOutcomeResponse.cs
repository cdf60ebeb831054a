using System.ComponentModel;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Invitations.Api;

/// <summary>What became of one address.</summary>
internal sealed record AddressOutcomeResponse(
    [property: Description("The address: lower-cased when it is one, else as it was sent.")] string EmailAddress,
    [property: Description("What became of it. Only sent and mail_not_sent made an invitation.")] AddressOutcomeKind Outcome,
    [property: Description("The invitation that was made, or the open one that there was already.")] string? InvitationId,
    [property: Description("Why it was not mailed; null when it was.")] string? Code,
    [property: Description("When trying again makes sense, where that is known.")] int? RetryAfterSeconds,
    [property: Description("When the new invitation ends.")] DateTimeOffset? ExpiresAt)
{
    /// <summary>Maps it.</summary>
    public static AddressOutcomeResponse From(AddressOutcome outcome) =>
        new(outcome.Address, outcome.Kind, outcome.Invitation?.Value, outcome.Reason?.Code, SecondsOf(outcome.Reason), outcome.ExpiresAt);

    private static int? SecondsOf(Failure? reason)
    {
        var after = reason switch { LimitReached limit => limit.RetryAfter, Unavailable unavailable => unavailable.RetryAfter, _ => null };
        return after is { } wait ? (int)Math.Ceiling(wait.TotalSeconds) : null;
    }
}
