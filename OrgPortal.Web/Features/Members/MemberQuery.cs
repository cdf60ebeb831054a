using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Members;

/// <summary>Which members to show.</summary>
/// <param name="Search">Part of a name, an address, a user name or an id, in any case; at most <see cref="MaxSearch"/> characters count.</param>
/// <param name="Role">Only people with this role.</param>
/// <param name="Page">From 1; out of range counts as the nearest.</param>
/// <param name="PageSize">1 to 100; out of range counts as the nearest.</param>
public sealed record MemberQuery(string? Search = null, OrganizationRoleId? Role = null, int Page = 1, int PageSize = 20)
{
    /// <summary>The longest search text.</summary>
    public const int MaxSearch = 128;

    private const int LastPage = 1_000_000;

    /// <summary>Whether anybody is left out.</summary>
    public bool IsFiltered => !string.IsNullOrWhiteSpace(Search) || Role is not null;

    internal PageRequest Request => new(Math.Clamp(Page, 1, LastPage), Math.Clamp(PageSize, 1, PageRequest.MaxSize));

    internal string? Text => string.IsNullOrWhiteSpace(Search) ? null : Search.Trim() is { Length: > MaxSearch } longer ? longer[..MaxSearch] : Search.Trim();
}
