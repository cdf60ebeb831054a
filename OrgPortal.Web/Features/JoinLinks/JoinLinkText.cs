namespace OrgPortal.Web.Features.JoinLinks;

/// <summary>Names the resources of this room.</summary>
public sealed class JoinLinkText;
