using System.ComponentModel;

namespace OrgPortal.Web.Features.Invitations.Importing.Api;

/// <summary>What became of one row.</summary>
internal sealed record ImportOutcomeResponse(
    [property: Description("The position among the rows that are sent, from 1.")] int Number,
    [property: Description("The position in what was sent to the portal, or the line of the file.")] int Row,
    [property: Description("The address.")] string EmailAddress,
    [property: Description("What became of it.")] ImportRowState State,
    [property: Description("Why not: a failure's code.")] string? Code)
{
    /// <summary>Maps it.</summary>
    public static ImportOutcomeResponse From(ImportOutcome outcome) => new(outcome.Number, outcome.Line, outcome.Address, outcome.State, outcome.Reason);
}
