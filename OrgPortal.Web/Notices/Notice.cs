using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Notices;

/// <summary>Something that people are told.</summary>
/// <param name="Kind">What happened, from <see cref="NoticeKinds"/>.</param>
/// <param name="Organization">Where.</param>
/// <param name="Facts">What its words are made of.</param>
public sealed record Notice(string Kind, OrganizationId Organization, NoticeFacts Facts)
{
    /// <summary>
    /// A name for what happened, at most 192 characters: whoever was told of it is not told again, also not after a restart or by another node
    /// (<c>invitation.accepted:abc</c>). Left out for what may be told again.
    /// </summary>
    public string? Once { get; init; }
}
