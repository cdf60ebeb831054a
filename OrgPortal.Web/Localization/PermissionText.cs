namespace OrgPortal.Web.Localization;

/// <summary>The words for permissions, in <c>PermissionText.resx</c> and its translations.</summary>
public sealed class PermissionText;
