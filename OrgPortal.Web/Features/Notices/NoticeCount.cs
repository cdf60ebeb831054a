namespace OrgPortal.Web.Features.Notices;

/// <summary>What the bell shows, handed from prerendering to the circuit.</summary>
/// <param name="Unread">How many notices were not read.</param>
public sealed record NoticeCount(int Unread);
