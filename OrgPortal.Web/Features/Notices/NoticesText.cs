namespace OrgPortal.Web.Features.Notices;

/// <summary>Names the texts of notices.</summary>
public sealed class NoticesText;
