namespace OrgPortal.Web.Api.Idempotency;

/// <summary>An answer that can be given again.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Headers">The headers that belong to what was done.</param>
/// <param name="Body">The body; may be empty.</param>
internal sealed record StoredAnswer(int Status, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    /// <summary>Headers that say something about what was done; the others say something about the connection or the moment.</summary>
    public static IReadOnlyList<string> Kept { get; } = ["Content-Type", "Content-Language", "Location", "ETag", "Link"];
}
