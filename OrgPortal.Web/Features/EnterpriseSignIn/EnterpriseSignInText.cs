namespace OrgPortal.Web.Features.EnterpriseSignIn;

/// <summary>The words of enterprise sign-in, in <c>EnterpriseSignInText.resx</c> and its translations.</summary>
public sealed class EnterpriseSignInText;
