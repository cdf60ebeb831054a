using Microsoft.Extensions.Options;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Members;

/// <summary>
/// Turns Logto's list into rows. What a person cannot do to a row is told from rights and roles that were read anyway, so a
/// page costs one call; what only Logto knows (permissions of API resources, the last administrator among more members than a page holds)
/// the act itself finds out.
/// </summary>
internal sealed class MemberListing(
    MemberPages pages, IOrganizationRolesClient template, IPermissionReader rights, Administrators administrators, IOptions<PermissionOptions> permissions)
{
    public async Task<Result<Page<MemberRow>>> ReadAsync(OrganizationId organization, UserId me, MemberQuery query, CancellationToken cancellationToken)
    {
        if (query.NeedsAll)
        {
            // As many as Logto gives out at once can be ordered and sifted here; more would have to be read all before the first could be shown.
            var all = await ReadPlainAsync(organization, me, query with { Page = 1, PageSize = PageRequest.MaxSize, Standing = null, Order = MemberOrder.None }, cancellationToken);
            if (all.IsFailure || all.Value.Items.Count == all.Value.TotalCount)
            {
                return all.IsFailure ? all : MemberOrdering.Cut(all.Value.Items, query);
            }
        }

        return await ReadPlainAsync(organization, me, query, cancellationToken);
    }

    private async Task<Result<Page<MemberRow>>> ReadPlainAsync(OrganizationId organization, UserId me, MemberQuery query, CancellationToken cancellationToken)
    {
        var found = await pages.ReadAsync(organization, query, cancellationToken);
        if (found.IsFailure)
        {
            return found.Failure;
        }

        // Read a moment ago by the guard.
        var mine = await rights.ReadRecentAsync(organization, me, cancellationToken);
        if (mine.IsFailure)
        {
            return mine.Failure;
        }

        var known = await template.ListAsync(cancellationToken).ToResultAsync();
        var (roles, isAll) = (known.IsFailure ? [] : known.Value, !query.IsFiltered);
        return found.Value.DescribeFor(mine.Value, me, roles, isAll, () => Rows(found.Value, me, mine.Value, roles, isAll));
    }

    private List<MemberRow> Rows(PageOfMembers found, UserId me, OrganizationRights mine, IReadOnlyList<OrganizationRole> roles, bool isAll)
    {
        var (page, above) = (found.Members, AboveOf(roles, mine));
        var last = roles.Count == 0 || !isAll || page.Items.Count < page.TotalCount ? null : administrators.FindOnly(roles, page.Items);
        return [.. page.Items.Select(member => MembershipTerms.Describe(Row(member, me, mine, above, last), found.Terms))];
    }

    /// <summary>One member, as a row is described.</summary>
    public MemberRow Describe(OrganizationMember member, UserId me, OrganizationRights mine, IReadOnlyList<OrganizationRole> known, bool isLastAdministrator) =>
        Row(member, me, mine, AboveOf(known, mine), isLastAdministrator ? member.Id : null);

    private static MemberRow Row(OrganizationMember member, UserId me, OrganizationRights mine, HashSet<OrganizationRoleId> above, UserId? last)
    {
        var isMe = member.Id == me;
        var outranks = isMe || member.OrganizationRoles.FirstOrDefault(role => above.Contains(role.Id)) is not { } higher
            ? null
            : new MemberLock(RefusalReasons.AboveOwnPermissions, higher.Name);
        return new MemberRow(
            member.Id,
            member.Name ?? member.Username,
            member.PrimaryEmail,
            Picture(member.Avatar),
            member.OrganizationRoles,
            member.LastSignInAt,
            member.IsSuspended,
            isMe,
            mine.Allow(OrganizationPermissions.ManageMembers) ? outranks : MemberLock.Needs(OrganizationPermissions.ManageMembers),
            isMe ? new MemberLock(RefusalReasons.OwnMembership)
                : !mine.Allow(OrganizationPermissions.DeleteMembers) ? MemberLock.Needs(OrganizationPermissions.DeleteMembers)
                : outranks ?? (member.Id == last ? MemberLock.LastAdministrator : null),
            member.Id == last);
    }

    private HashSet<OrganizationRoleId> AboveOf(IReadOnlyList<OrganizationRole> roles, OrganizationRights mine) =>
        [.. roles.Where(role => IsAbove(role, mine)).Select(role => role.Id)];

    private bool IsAbove(OrganizationRole role, OrganizationRights mine) =>
        !permissions.Value.Translate(role.Scopes.Select(scope => scope.Name)).IsSubsetOf(mine.Permissions);

    // An avatar is any text in Logto: whatever is no web address is left out.
    internal static string? Picture(string? avatar) =>
        Uri.TryCreate(avatar, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp) ? address.AbsoluteUri : null;
}
