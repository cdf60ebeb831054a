namespace OrgPortal.Web.Outbound;

/// <summary>A host has no address on the Internet: it is inside of somebody's network, and is not asked.</summary>
internal sealed class InsideAddressException() : HttpRequestException(HttpRequestError.ConnectionError, "The host has no public address.");
