namespace OrgPortal.Web.Features.Requests;

/// <summary>The words of requests to join, in <c>RequestsText.resx</c> and its translations.</summary>
public sealed class RequestsText;
