using Microsoft.Extensions.Options;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Members;

/// <summary>
/// Turns Logto's list into rows. What a person cannot do to a row is told from rights and roles that were read anyway, so a
/// page costs one call; what only Logto knows (the last administrator, permissions of API resources) the act itself finds out.
/// </summary>
internal sealed class MemberListing(IOrganizationMembersClient members, IOrganizationRolesClient template, IPermissionReader rights, IOptions<PermissionOptions> permissions)
{
    public async Task<Result<Page<MemberRow>>> ReadAsync(OrganizationId organization, UserId me, MemberQuery query, CancellationToken cancellationToken)
    {
        var page = await members.ListAsync(organization, query.Request, query.Text, query.Role, cancellationToken).ToResultAsync();
        if (page.IsFailure)
        {
            return page.Failure;
        }

        // Read a moment ago by the guard.
        var mine = await rights.ReadRecentAsync(organization, me, cancellationToken);
        if (mine.IsFailure)
        {
            return mine.Failure;
        }

        var roles = await template.ListAsync(cancellationToken).ToResultAsync();
        var above = roles.IsFailure ? [] : roles.Value.Where(role => IsAbove(role, mine.Value)).Select(role => role.Id).ToHashSet();
        return new Page<MemberRow>([.. page.Value.Items.Select(member => Row(member, me, mine.Value, above))], page.Value.Request, page.Value.TotalCount);
    }

    private static MemberRow Row(OrganizationMember member, UserId me, OrganizationRights mine, HashSet<OrganizationRoleId> above)
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
                : mine.Allow(OrganizationPermissions.DeleteMembers) ? outranks : MemberLock.Needs(OrganizationPermissions.DeleteMembers));
    }

    private bool IsAbove(OrganizationRole role, OrganizationRights mine) =>
        !permissions.Value.Translate(role.Scopes.Select(scope => scope.Name)).IsSubsetOf(mine.Permissions);

    // An avatar is any text in Logto: whatever is no web address is left out.
    private static string? Picture(string? avatar) =>
        Uri.TryCreate(avatar, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp) ? address.AbsoluteUri : null;
}
