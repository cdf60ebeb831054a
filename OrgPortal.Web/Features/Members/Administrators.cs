using Microsoft.Extensions.Options;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Members;

/// <summary>
/// Who is an administrator: whoever holds all permissions of <see cref="OrganizationPermissions.Administrator"/>, through one
/// role or several, whatever they are called. Somebody suspended in the tenant is none: they cannot sign in.
/// </summary>
internal sealed class Administrators(IOrganizationMembersClient members, IOrganizationRolesClient template, IOptions<PermissionOptions> permissions) : IAdministrators
{
    // Two answer the usual question: the person in question, and one other.
    private const int FewEnough = 2;

    // Where only several roles together make an administrator, one of them may be everybody's: those further back are not looked for.
    private const int MostPages = 5;

    private readonly IReadOnlyList<string> _needed = [.. OrganizationPermissions.Administrator.Select(permissions.Value.ScopeOf)];

    /// <summary>
    /// <see cref="RefusalReasons.LastAdministrator"/> when the member is an administrator, would not be one with
    /// <paramref name="afterwards"/>, and there is no other. No call when the member is none or stays one, usually one otherwise.
    /// </summary>
    public async Task<Failure?> RefuseLossAsync(OrganizationId organization, PresentMember member, IReadOnlyList<OrganizationRoleId> afterwards)
    {
        var roles = await template.ListAsync().ToResultAsync();
        if (roles.IsFailure)
        {
            return roles.Failure;
        }

        if (!IsAdministrator(roles.Value, member.RoleIds) || IsAdministrator(roles.Value, afterwards))
        {
            return null;
        }

        var other = await IsThereAnotherAsync(organization, member.Id, roles.Value);
        return other.IsFailure ? other.Failure : other.Value ? null : new Refused(RefusalReasons.LastAdministrator);
    }

    public async Task<Result<IReadOnlyList<OrganizationMember>>> ListAsync(OrganizationId organization, int most, CancellationToken cancellationToken = default)
    {
        var roles = await template.ListAsync(cancellationToken).ToResultAsync();
        if (roles.IsFailure)
        {
            return roles.Failure;
        }

        var found = new Dictionary<UserId, OrganizationMember>();
        foreach (var role in RolesToAsk(roles.Value))
        {
            var failure = await CollectAsync(organization, role, roles.Value, most, found, cancellationToken);
            if (failure is not null)
            {
                return failure;
            }
        }

        return Result.Of<IReadOnlyList<OrganizationMember>>([.. found.Values]);
    }

    /// <summary>The one administrator among all members of an organization; nobody when there are several, or none.</summary>
    public UserId? FindOnly(IReadOnlyList<OrganizationRole> roles, IReadOnlyList<OrganizationMember> everybody) =>
        everybody.Where(member => !member.IsSuspended && IsAdministrator(roles, [.. member.OrganizationRoles.Select(held => held.Id)])).Take(FewEnough).ToList() is [var only] ? only.Id : null;

    /// <summary>Whether these roles make an administrator together.</summary>
    public bool IsAdministrator(IReadOnlyList<OrganizationRole> roles, IReadOnlyCollection<OrganizationRoleId> held) => FindMissing(roles, held) is null;

    /// <summary>The first permission that these roles lack to make an administrator together; nothing when they do.</summary>
    public PermissionKey? FindMissing(IReadOnlyList<OrganizationRole> roles, IReadOnlyCollection<OrganizationRoleId> held)
    {
        for (var index = 0; index < _needed.Count; index++)
        {
            if (!roles.Any(role => held.Contains(role.Id) && Carries(role, _needed[index])))
            {
                return OrganizationPermissions.Administrator[index];
            }
        }

        return null;
    }

    /// <summary>
    /// What an administrator gives to make somebody else one: of the roles held, those that make one on their own; where none does, those with one of
    /// the permissions needed. Nothing for somebody who is no administrator.
    /// </summary>
    public IReadOnlyList<OrganizationRole> RolesToGive(IReadOnlyList<OrganizationRole> roles, IReadOnlyCollection<OrganizationRoleId> held)
    {
        if (!IsAdministrator(roles, held))
        {
            return [];
        }

        var own = roles.Where(role => held.Contains(role.Id)).ToList();
        var alone = own.Where(role => _needed.All(scope => Carries(role, scope))).ToList();
        return alone.Count > 0 ? alone : [.. own.Where(role => _needed.Any(scope => Carries(role, scope)))];
    }

    private async Task<Result<bool>> IsThereAnotherAsync(OrganizationId organization, UserId except, IReadOnlyList<OrganizationRole> roles)
    {
        foreach (var role in RolesToAsk(roles))
        {
            var found = await IsAmongAsync(organization, except, role, roles);
            if (found.IsFailure || found.Value)
            {
                return found;
            }
        }

        return false;
    }

    /// <summary>
    /// Every administrator has at least one of these roles. First those that make an administrator on their own; then, only where
    /// roles together can, those with one of the permissions needed: the permission that the fewest such roles carry.
    /// </summary>
    private IEnumerable<OrganizationRoleId> RolesToAsk(IReadOnlyList<OrganizationRole> roles)
    {
        var forPeople = roles.Where(role => role.IsForPeople).ToList();
        var alone = forPeople.Where(role => _needed.All(scope => Carries(role, scope))).ToList();
        var parts = _needed.Select(scope => forPeople.Where(role => Carries(role, scope)).Except(alone).ToList()).MinBy(carriers => carriers.Count) ?? [];
        return alone.Concat(parts).Select(role => role.Id);
    }

    private async Task<Result<bool>> IsAmongAsync(OrganizationId organization, UserId except, OrganizationRoleId role, IReadOnlyList<OrganizationRole> roles)
    {
        for (var request = new PageRequest(1, FewEnough); ; request = request.Size == FewEnough ? new PageRequest(1, PageRequest.MaxSize) : request with { Number = request.Number + 1 })
        {
            var page = await members.ListAsync(organization, request, role: role).ToResultAsync();
            if (page.IsFailure)
            {
                return page.Failure;
            }

            // What each of them holds is looked at again: the filter alone proves nothing.
            if (page.Value.Items.Any(other => other.Id != except && !other.IsSuspended && IsAdministrator(roles, [.. other.OrganizationRoles.Select(held => held.Id)])))
            {
                return true;
            }

            if (page.Value.Items.Count == 0 || request.Number * request.Size >= page.Value.TotalCount)
            {
                return false;
            }
        }
    }

    private async Task<Failure?> CollectAsync(
        OrganizationId organization, OrganizationRoleId role, IReadOnlyList<OrganizationRole> roles, int most, Dictionary<UserId, OrganizationMember> found, CancellationToken cancellationToken)
    {
        var isLast = false;
        for (var number = 1; number <= MostPages && found.Count < most && !isLast; number++)
        {
            var request = new PageRequest(number, Math.Clamp(most, 1, PageRequest.MaxSize));
            var page = await members.ListAsync(organization, request, role: role, cancellationToken: cancellationToken).ToResultAsync();
            if (page.IsFailure)
            {
                return page.Failure;
            }

            foreach (var member in page.Value.Items.Where(member => !member.IsSuspended && IsAdministrator(roles, [.. member.OrganizationRoles.Select(held => held.Id)])).Take(most - found.Count))
            {
                found[member.Id] = member;
            }

            isLast = page.Value.Items.Count == 0 || number * request.Size >= page.Value.TotalCount;
        }

        return null;
    }

    private static bool Carries(OrganizationRole role, string scope) => role.Scopes.Any(carried => carried.Name == scope);
}
