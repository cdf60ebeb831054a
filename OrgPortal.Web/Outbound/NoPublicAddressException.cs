namespace OrgPortal.Web.Outbound;

/// <summary>A host leads only to where the portal makes no connection to.</summary>
internal sealed class NoPublicAddressException() : HttpRequestException(HttpRequestError.ConnectionError, "The host has no public address.");
