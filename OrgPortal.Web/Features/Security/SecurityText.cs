namespace OrgPortal.Web.Features.Security;

/// <summary>The texts of the feature, in <c>SecurityText.resx</c> and its translations.</summary>
public sealed class SecurityText;
