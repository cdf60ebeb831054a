using System.ComponentModel;

namespace OrgPortal.Web.Features.Security.Api;

/// <summary>How many members have a second factor.</summary>
internal sealed record SecondFactorCountResponse(
    [property: Description("How far the count is.")] SecondFactorCountState State,
    [property: Description("Members.")] int Members,
    [property: Description("Those of them that were looked at so far.")] int Seen,
    [property: Description("Those of these who have none.")] int Without,
    [property: Description("Those of these who have a passkey.")] int WithPasskey,
    [property: Description("When it began.")] DateTimeOffset StartedAt,
    [property: Description("When it ended.")] DateTimeOffset? EndedAt,
    [property: Description("Until when it waits, because Logto asked for that.")] DateTimeOffset? WaitsUntil)
{
    /// <summary>Maps it.</summary>
    public static SecondFactorCountResponse From(SecondFactorTally tally) => new(tally.State, tally.Total, tally.Seen, tally.Without, tally.Passkeys, tally.StartedAt, tally.EndedAt, tally.WaitUntil);
}
