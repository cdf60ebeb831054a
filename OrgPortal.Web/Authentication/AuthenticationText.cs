namespace OrgPortal.Web.Authentication;

/// <summary>The words of signing in, in <c>AuthenticationText.resx</c> and its translations.</summary>
public sealed class AuthenticationText;
