namespace OrgPortal.Web.Outbound;

/// <summary>Reads a small document from an address that somebody else chose.</summary>
internal interface IDocumentFetcher
{
    /// <summary>
    /// The document, at most <see cref="DocumentFetcher.MostBytes"/>, within <see cref="DocumentFetcher.Patience"/>. HTTPS on port 443, at a host on the Internet, with no redirects; whatever the
    /// deployer trusts may be elsewhere.
    /// </summary>
    /// <param name="address">Where it stands.</param>
    /// <param name="trusted">Origins of the deployer's own (<c>https://sso.example.internal:8443</c>), at any address and over any scheme.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    Task<FetchedDocument> FetchAsync(Uri address, IReadOnlyCollection<string> trusted, CancellationToken cancellationToken = default);
}
