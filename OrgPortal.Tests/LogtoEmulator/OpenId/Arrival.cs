using System.Net;
using Microsoft.AspNetCore.WebUtilities;

namespace OrgPortal.Tests.LogtoEmulator.OpenId;

/// <summary>Where a browser ended up: on a page of the emulator, or at the application.</summary>
internal sealed record Arrival(Uri Url, HttpStatusCode Status, string Html)
{
    public bool IsCallback => Url.AbsoluteUri.StartsWith(OidcBrowser.Callback, StringComparison.Ordinal);

    /// <summary>A parameter of the address; null if it is not there.</summary>
    public string? this[string name] =>
        QueryHelpers.ParseQuery(Url.Query).TryGetValue(name, out var value) ? value.ToString() : null;
}
