using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Members;

/// <summary>Which members to show.</summary>
/// <param name="Search">Part of a name, an address, a user name or an id, in any case; at most <see cref="MaxSearch"/> characters count.</param>
/// <param name="Role">Only people with this role.</param>
/// <param name="Page">From 1; out of range counts as the nearest.</param>
/// <param name="PageSize">1 to 100; out of range counts as the nearest.</param>
/// <param name="Standing">Only people whose account is suspended, or is not; where <see cref="NeedsAll"/> can be had.</param>
/// <param name="Order">How they are ordered; where <see cref="NeedsAll"/> can be had.</param>
public sealed record MemberQuery(string? Search = null, OrganizationRoleId? Role = null, int Page = 1, int PageSize = 20, MemberStanding? Standing = null, MemberOrder Order = MemberOrder.None)
{
    /// <summary>The longest search text.</summary>
    public const int MaxSearch = 128;

    private const int LastPage = 1_000_000;

    /// <summary>Whether anybody is left out.</summary>
    public bool IsFiltered => !string.IsNullOrWhiteSpace(Search) || Role is not null || Standing is not null;

    /// <summary>
    /// Whether it asks for what Logto's list cannot do: an order, or a filter by standing. That is offered where everybody whom search and role find fits one page
    /// of Logto, and left out of account otherwise.
    /// </summary>
    internal bool NeedsAll => Standing is not null || Order != MemberOrder.None;

    internal PageRequest Request => new(Math.Clamp(Page, 1, LastPage), Math.Clamp(PageSize, 1, PageRequest.MaxSize));

    internal string? Text => string.IsNullOrWhiteSpace(Search) ? null : Search.Trim() is { Length: > MaxSearch } longer ? longer[..MaxSearch] : Search.Trim();
}
