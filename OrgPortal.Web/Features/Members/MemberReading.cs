using Microsoft.Extensions.Options;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Features.Audit;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Members;

/// <summary>
/// Reads one member: the account and the roles at the same time, both by key, so that it costs the same in an organization of any size. A third
/// call asks whether there is another administrator, only where the member is one and somebody looks who could take that away.
/// </summary>
internal sealed class MemberReading(
    IUsersClient users,
    IOrganizationMembersClient members,
    IOrganizationRolesClient template,
    IPermissionReader rights,
    Administrators administrators,
    MemberListing listing,
    IJoinings joinings,
    MembershipTerms terms,
    IOptions<PermissionOptions> permissions)
{
    public async Task<Result<MemberProfile>> ReadAsync(OrganizationId organization, UserId me, UserId member, CancellationToken cancellationToken)
    {
        var readingUser = users.GetAsync(member, cancellationToken).ToResultAsync();
        var readingTemplate = template.ListAsync(cancellationToken).ToResultAsync();
        var readingJoining = joinings.FindAsync(organization, member, cancellationToken);
        var roles = await members.ListRolesAsync(organization, member, cancellationToken).ToResultAsync();
        var (user, known, joining) = (await readingUser, await readingTemplate, await readingJoining);

        // Whoever is no member is nobody here, whatever the account is.
        if ((roles.Failure ?? user.Failure) is { } failure)
        {
            return failure;
        }

        // Read a moment ago by the guard.
        var mine = await rights.ReadRecentAsync(organization, me, cancellationToken);
        if (mine.IsFailure)
        {
            return mine.Failure;
        }

        var present = new PresentMember(member, user.Value.Name, roles.Value);
        var isLast = !known.IsFailure && await IsLastAdministratorAsync(organization, present, me, mine.Value);
        var row = await terms.DescribeAsync(organization, listing.Describe(ToMember(user.Value, roles.Value), me, mine.Value, known.IsFailure ? [] : known.Value, isLast), cancellationToken);
        return new MemberProfile(
            row,
            [.. roles.Value.OrderBy(role => role.Name, StringComparer.Ordinal).Select(role => Describe(role, row, present, mine.Value, known.IsFailure ? [] : known.Value))],
            known.IsFailure ? null : PowersOf(known.Value, present.RoleIds),
            joining.IsFailure ? null : joining.Value,
            !joining.IsFailure);
    }

    /// <summary>The member's second factors; <see cref="NotFound"/> for somebody who is no member.</summary>
    public async Task<Result<IReadOnlyList<SecondFactor>>> ReadSecondFactorsAsync(OrganizationId organization, UserId member, CancellationToken cancellationToken)
    {
        var roles = await members.ListRolesAsync(organization, member, cancellationToken).ToResultAsync();
        return roles.IsFailure ? roles.Failure : await users.ListSecondFactorsAsync(member, cancellationToken).ToResultAsync();
    }

    // When Logto does not say, the act itself finds out.
    private async Task<bool> IsLastAdministratorAsync(OrganizationId organization, PresentMember member, UserId me, OrganizationRights mine) =>
        (member.Id == me || mine.Allow(OrganizationPermissions.ManageMembers) || mine.Allow(OrganizationPermissions.DeleteMembers))
        && await administrators.RefuseLossAsync(organization, member, []) is Refused { Reason: RefusalReasons.LastAdministrator };

    private HeldRole Describe(OrganizationRole held, MemberRow row, PresentMember member, OrganizationRights mine, IReadOnlyList<OrganizationRole> known)
    {
        var role = known.FirstOrDefault(one => one.Id == held.Id) ?? held;
        var carried = permissions.Value.Translate(role.Scopes.Select(scope => scope.Name));
        var above = row.IsMe || carried.IsSubsetOf(mine.Permissions) ? null : new MemberLock(RefusalReasons.AboveOwnPermissions, role.Name);
        var last = row.IsLastAdministrator && !administrators.IsAdministrator(known, [.. member.RoleIds.Where(id => id != role.Id)]) ? MemberLock.LastAdministrator : null;
        return new HeldRole(role.Id, role.Name, role.Description, [.. OrganizationPermissions.All.Select(permission => permission.Key).Where(carried.Contains)], row.RolesLock ?? above ?? last);
    }

    private MemberPowers PowersOf(IReadOnlyList<OrganizationRole> known, IReadOnlyList<OrganizationRoleId> held)
    {
        var own = known.Where(role => held.Contains(role.Id)).OrderBy(role => role.Name, StringComparer.Ordinal).ToList();
        var catalogue = OrganizationPermissions.All.Select(permission => (Scope: permissions.Value.ScopeOf(permission.Key), Key: (PermissionKey?)permission.Key)).ToList();
        var others = own.SelectMany(role => role.Scopes).Select(scope => scope.Name).Except(catalogue.Select(entry => entry.Scope)).Order(StringComparer.Ordinal).Select(scope => (Scope: scope, Key: (PermissionKey?)null));
        return new MemberPowers(
            [.. catalogue.Concat(others).Select(entry => Power(entry.Scope, entry.Key, own, known))],
            [.. own.SelectMany(role => role.ResourceScopes.Select(scope => (scope, role.Name))).GroupBy(pair => pair.scope.Id).Select(Resource)
                .OrderBy(power => power.ResourceName, StringComparer.Ordinal).ThenBy(power => power.Scope, StringComparer.Ordinal)],
            [.. known.Where(role => role.IsForPeople && administrators.IsAdministrator(known, [role.Id])).Select(role => new OrganizationRoleName(role.Id, role.Name))]);
    }

    private static MemberPower Power(string scope, PermissionKey? key, List<OrganizationRole> own, IReadOnlyList<OrganizationRole> known)
    {
        var through = NamesOf(own, scope);
        return new MemberPower(scope, key, through, through.Count > 0 ? [] : NamesOf(known.Where(role => role.IsForPeople), scope));
    }

    private static IReadOnlyList<string> NamesOf(IEnumerable<OrganizationRole> roles, string scope) =>
        [.. roles.Where(role => role.Scopes.Any(carried => carried.Name == scope)).Select(role => role.Name)];

    private static ResourcePower Resource(IGrouping<string, (ResourceScopeName Scope, string Role)> granted)
    {
        var scope = granted.First().Scope;
        return new ResourcePower(scope.Resource.Id, scope.Resource.Name, scope.Name, [.. granted.Select(pair => pair.Role)]);
    }

    private static OrganizationMember ToMember(User user, IReadOnlyList<OrganizationRole> roles) => new(
        user.Id, user.Username, user.PrimaryEmail, user.Name, user.Avatar, user.IsSuspended, user.LastSignInAt,
        [.. roles.OrderBy(role => role.Name, StringComparer.Ordinal).Select(role => new OrganizationRoleName(role.Id, role.Name))]);
}
