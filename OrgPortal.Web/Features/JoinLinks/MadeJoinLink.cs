namespace OrgPortal.Web.Features.JoinLinks;

/// <summary>A link just made. It cannot be shown again.</summary>
/// <param name="Id">Names it.</param>
/// <param name="Address">The link.</param>
public sealed record MadeJoinLink(Guid Id, Uri Address);
