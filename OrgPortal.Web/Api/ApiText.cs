namespace OrgPortal.Web.Api;

/// <summary>The words of the API's own problems, in <c>ApiText.resx</c> and its translations. Those of failures are everybody's.</summary>
public sealed class ApiText;
