namespace OrgPortal.Web.Outbound;

/// <summary>Posts to hosts that somebody else chose.</summary>
internal interface IOutboundPosts
{
    /// <summary>
    /// Posts once. A redirect is an answer like any other; of the body no more than the first 4 KB are read. Whatever goes wrong there is in the answer.
    /// </summary>
    Task<OutboundAnswer> PostAsync(OutboundPost post, CancellationToken cancellationToken);

    /// <summary>Whether a host can be posted to now: <see langword="null"/>, or why not.</summary>
    Task<OutboundTrouble?> LookAsync(Uri url, bool isTrusted, CancellationToken cancellationToken);
}
