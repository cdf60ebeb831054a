using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Members;

/// <summary>Orders and sifts members who are all at hand, and cuts a page out of them.</summary>
internal static class MemberOrdering
{
    /// <summary>The page that a query asks for; past the end the last one.</summary>
    public static Page<MemberRow> Cut(IReadOnlyList<MemberRow> everybody, MemberQuery query)
    {
        var found = Order(everybody.Where(row => IsMatch(row, query.Standing)), query.Order).ToList();
        var size = query.Request.Size;
        var number = Math.Min(query.Request.Number, Math.Max(1, (found.Count + size - 1) / size));
        return new Page<MemberRow>([.. found.Skip((number - 1) * size).Take(size)], new PageRequest(number, size), found.Count);
    }

    private static bool IsMatch(MemberRow row, MemberStanding? standing) => standing switch
    {
        MemberStanding.Active => !row.IsSuspended,
        MemberStanding.Suspended => row.IsSuspended,
        MemberStanding.Ending => row.End is not null,
        _ => true,
    };

    private static IEnumerable<MemberRow> Order(IEnumerable<MemberRow> rows, MemberOrder order) => order switch
    {
        MemberOrder.Name => rows.OrderBy(row => row.DisplayName, StringComparer.CurrentCultureIgnoreCase),
        MemberOrder.NameDescending => rows.OrderByDescending(row => row.DisplayName, StringComparer.CurrentCultureIgnoreCase),
        MemberOrder.SignIn => rows.OrderBy(row => row.LastSignInAt ?? DateTimeOffset.MinValue).ThenBy(row => row.DisplayName, StringComparer.CurrentCultureIgnoreCase),
        MemberOrder.SignInDescending => rows.OrderByDescending(row => row.LastSignInAt ?? DateTimeOffset.MinValue).ThenBy(row => row.DisplayName, StringComparer.CurrentCultureIgnoreCase),
        MemberOrder.Role => rows.OrderBy(RoleOf, StringComparer.CurrentCultureIgnoreCase).ThenBy(row => row.DisplayName, StringComparer.CurrentCultureIgnoreCase),
        MemberOrder.RoleDescending => rows.OrderByDescending(RoleOf, StringComparer.CurrentCultureIgnoreCase).ThenBy(row => row.DisplayName, StringComparer.CurrentCultureIgnoreCase),
        _ => rows,
    };

    private static string RoleOf(MemberRow row) => row.Roles.Count == 0 ? string.Empty : row.Roles[0].Name;
}
