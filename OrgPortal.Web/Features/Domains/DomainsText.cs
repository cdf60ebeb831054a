namespace OrgPortal.Web.Features.Domains;

/// <summary>The words of domains, in <c>DomainsText.resx</c> and its translations.</summary>
public sealed class DomainsText;
