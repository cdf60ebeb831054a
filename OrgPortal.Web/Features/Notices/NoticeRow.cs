using OrgPortal.Web.Logto;
using OrgPortal.Web.Notices;

namespace OrgPortal.Web.Features.Notices;

/// <summary>A notice, as its recipient sees it.</summary>
/// <param name="Id">For marking it as read.</param>
/// <param name="Kind">What happened, from <see cref="NoticeKinds"/>; a word that an older or newer version wrote may be unknown.</param>
/// <param name="Organization">Where.</param>
/// <param name="OrganizationName">What the organization is called now; for whoever does not belong to it, what it was called then.</param>
/// <param name="Facts">What the words are made of.</param>
/// <param name="At">When it was told.</param>
/// <param name="IsRead">Whether it was read.</param>
/// <param name="Href">Where it leads; <see langword="null"/> for nowhere.</param>
/// <param name="IsAboutMe">Whether the person it is about is the recipient.</param>
public sealed record NoticeRow(
    long Id, string Kind, OrganizationId Organization, string? OrganizationName, NoticeFacts Facts, DateTimeOffset At, bool IsRead, string? Href, bool IsAboutMe);
