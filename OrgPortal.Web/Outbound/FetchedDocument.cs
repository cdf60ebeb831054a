namespace OrgPortal.Web.Outbound;

/// <summary>What came of asking for a document.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Bytes">The document; empty when there is none.</param>
internal sealed record FetchedDocument(FetchOutcome Outcome, byte[] Bytes)
{
    /// <summary>There is none.</summary>
    public static FetchedDocument None(FetchOutcome outcome) => new(outcome, []);
}
