using System.ComponentModel;

namespace OrgPortal.Web.Features.Invitations.Importing.Api;

/// <summary>What an import would do.</summary>
internal sealed record ImportCheckResponse(
    [property: Description("How many rows would be sent.")] int Ready,
    [property: Description("How many rows have to be corrected; with one of them, nothing is started.")] int ToCorrect,
    [property: Description("How many rows need no invitation, or are there twice.")] int LeftOut,
    [property: Description("Whether members are known already; otherwise they are noticed while sending.")] bool KnowsMembers,
    [property: Description("Every row, in its order.")] IReadOnlyList<ImportRowVerdictResponse> Rows)
{
    /// <summary>Maps it.</summary>
    public static ImportCheckResponse From(ImportDraft draft) => new(
        draft.Count(ImportGroup.Ready),
        draft.Count(ImportGroup.Correct),
        draft.Count(ImportGroup.Left),
        draft.KnowsMembers,
        [.. draft.Rows.Select(ImportRowVerdictResponse.From)]);
}
