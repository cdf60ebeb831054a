namespace OrgPortal.Web.Outbound;

/// <summary>What is posted.</summary>
/// <param name="Url">Where to.</param>
/// <param name="Headers">Beside content type and user agent.</param>
/// <param name="Body">JSON.</param>
/// <param name="Patience">For all of it: the name, the connection, and the answer to its last byte.</param>
/// <param name="IsTrusted">Whether it may lead to an internal address.</param>
internal sealed record OutboundPost(Uri Url, IReadOnlyList<KeyValuePair<string, string>> Headers, ReadOnlyMemory<byte> Body, TimeSpan Patience, bool IsTrusted = false)
{
    /// <summary>What it says and to whom is nobody's to log.</summary>
    public override string ToString() => nameof(OutboundPost);
}
