namespace OrgPortal.Web.Outbound;

/// <summary>What became of a request to somebody else's host.</summary>
/// <param name="Status">The HTTP status; <see langword="null"/> when there was no answer.</param>
/// <param name="Trouble">Why there was none.</param>
/// <param name="RetryAfter">When the host wants to be asked again, from now on.</param>
/// <param name="Excerpt">The beginning of the body, as text.</param>
internal sealed record OutboundAnswer(int? Status, OutboundTrouble? Trouble = null, TimeSpan? RetryAfter = null, string? Excerpt = null)
{
    /// <summary>The body is the host's, and nobody's to log.</summary>
    public override string ToString() => Status?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? Trouble.ToString()!;
}
