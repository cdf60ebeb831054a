using System.Text;
using OrgPortal.Web.Outbound;

namespace OrgPortal.Tests.Features.EnterpriseSignIn;

/// <summary>The Internet, as far as identity providers tell of themselves: what stands at an address.</summary>
internal sealed class FakeDocumentFetcher : IDocumentFetcher
{
    /// <summary>What stands where.</summary>
    public Dictionary<string, FetchedDocument> Documents { get; } = new(StringComparer.Ordinal);

    /// <summary>What was asked for.</summary>
    public List<string> Asked { get; } = [];

    public Task<FetchedDocument> FetchAsync(Uri address, IReadOnlyCollection<string> trusted, CancellationToken cancellationToken = default)
    {
        Asked.Add(address.OriginalString);
        return Task.FromResult(Documents.GetValueOrDefault(address.OriginalString) ?? FetchedDocument.None(FetchOutcome.Refused));
    }

    /// <summary>Something stands there.</summary>
    public void Put(string address, string text) => Documents[address] = new FetchedDocument(FetchOutcome.Found, Encoding.UTF8.GetBytes(text));
}
