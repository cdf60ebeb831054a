using OrgPortal.Web.Authorization;
using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Members;

/// <summary>What a members page shows, as it is handed from the prerendered page to the circuit.</summary>
/// <param name="Organization">Whose members.</param>
/// <param name="Url">The page's URL: which of them.</param>
/// <param name="Query">What was asked.</param>
/// <param name="Page">The rows.</param>
/// <param name="ReadAt">When the read began.</param>
/// <param name="Roles">The roles for people, where the page needed them: to name the one filtered by.</param>
public sealed record MembersSnapshot(
    OrganizationId Organization, string Url, MemberQuery Query, Page<MemberRow> Page, DateTimeOffset ReadAt, IReadOnlyList<GrantableRole>? Roles = null)
{
    /// <summary>Whether the person is the only member.</summary>
    internal bool IsAlone => !Query.IsFiltered && Page is { TotalCount: 1, Items: [{ IsMe: true }] };

    /// <summary>The same with one row changed; without it for <see langword="null"/>.</summary>
    internal MembersSnapshot With(UserId member, Func<MemberRow, MemberRow?> change)
    {
        var rows = Page.Items.Select(row => row.Id == member ? change(row) : row).OfType<MemberRow>().ToList();
        return this with { Page = Page with { Items = rows, TotalCount = Page.TotalCount - Page.Items.Count + rows.Count } };
    }
}
