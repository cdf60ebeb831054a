namespace OrgPortal.Web.App;

/// <summary>The words of the shell and its pages, in <c>AppText.resx</c> and its translations.</summary>
public sealed class AppText;
