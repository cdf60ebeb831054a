namespace OrgPortal.Web.Features.Members;

/// <summary>The words of People, in <c>MembersText.resx</c> and its translations.</summary>
public sealed class MembersText;
