namespace OrgPortal.Web.Localization;

/// <summary>The words for failures, in <c>FailureText.resx</c> and its translations.</summary>
public sealed class FailureText;
