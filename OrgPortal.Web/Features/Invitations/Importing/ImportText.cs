namespace OrgPortal.Web.Features.Invitations.Importing;

/// <summary>The words of importing invitations, in <c>ImportText.resx</c> and its translations.</summary>
public sealed class ImportText;
