using Microsoft.Extensions.Options;
using OrgPortal.Web.Authentication.Circuits;
using OrgPortal.Web.Authentication.Sessions;
using OrgPortal.Web.Events;
using OrgPortal.Web.Features;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Authorization.Watch;

/// <summary>
/// Asks Logto about one person with open pages, as cheaply as it can be asked. With one organization open, the row of the person in
/// <c>GET /organizations/{id}/users?q={userId}</c> tells everything: membership, roles, suspension. With none, <c>GET /users/{id}</c> does; with
/// several, that and <c>GET /users/{id}/organizations</c>.
/// </summary>
internal sealed class AccessCheck(
    IUsersClient users,
    IOrganizationMembersClient members,
    IOrganizationRolesClient template,
    IOptions<PermissionOptions> permissions,
    PermissionReader reader,
    VisitRights visits,
    OpenCircuits circuits,
    ISessions sessions,
    IOrganizationEvents organizations,
    ITenantEvents tenant,
    TimeProvider time)
{
    /// <summary>Asks, and lets pages and caches know what is different from what they were told.</summary>
    /// <returns>Whether Logto answered; <see langword="null"/> when it did, but wants to be asked less.</returns>
    public async Task<bool?> CheckAsync(PresentPerson person, CancellationToken cancellationToken)
    {
        var askedAt = time.GetUtcNow();
        var found = await FindAsync(person, cancellationToken);
        if (found.IsFailure)
        {
            return found.Failure is LimitReached ? null : false;
        }

        if (found.Value is not { } roles)
        {
            await sessions.EndAllAsync(person.Id);
            tenant.Publish(new PersonBarred(person.Id));
            return true;
        }

        foreach (var organization in person.Organizations)
        {
            var own = await RightsOfAsync(roles.GetValueOrDefault(organization), cancellationToken);
            var rights = own.IsFailure ? own : await visits.RaiseAsync(organization, person.Id, own.Value);
            if (rights.IsFailure)
            {
                return false;
            }

            switch (reader.Learn(organization, person.Id, rights.Value, askedAt))
            {
                case true:
                    organizations.Publish(new MembersChanged(organization, person.Id));
                    break;
                case null:
                    // The page may show what another node read, or what nobody remembers.
                    circuits.Tell(person.Id);
                    break;
                case false:
                    // Told, and yet perhaps not shown: what the page asked when it heard of a change may have failed.
                    circuits.TellUnlessShown(person.Id, organization, rights.Value);
                    break;
            }
        }

        return true;
    }

    /// <returns>The person's roles in each organization; nothing for a person who is suspended or no more.</returns>
    private async Task<Result<Roles?>> FindAsync(PresentPerson person, CancellationToken cancellationToken)
    {
        if (person.Organizations.Count == 1)
        {
            var only = person.Organizations.Single();
            var row = await FindMemberAsync(only, person.Id, cancellationToken);
            if (row.IsFailure)
            {
                return row.Failure;
            }

            if (row.Value is { } member)
            {
                return member.IsSuspended ? Result.Of<Roles?>(null) : Result.Of<Roles?>(new Roles { [only] = member.OrganizationRoles });
            }
        }

        var user = await users.GetAsync(person.Id, cancellationToken).ToResultAsync();
        return user switch
        {
            { Failure: NotFound } or { IsFailure: false, Value.IsSuspended: true } => Result.Of<Roles?>(null),
            { IsFailure: true } => user.Failure,
            _ when person.Organizations.Count == 0 => new Roles(),
            _ => await ListAsync(person.Id, cancellationToken),
        };
    }

    // Whoever is not found is looked for once more in another way: a search may miss, and that would cost a person the page.
    private async Task<Result<OrganizationMember?>> FindMemberAsync(OrganizationId organization, UserId person, CancellationToken cancellationToken)
    {
        var page = await members.ListAsync(organization, new PageRequest(1, PageRequest.MaxSize), person.Value, cancellationToken: cancellationToken).ToResultAsync();
        return page.IsFailure ? page.Failure : Result.Of(page.Value.Items.FirstOrDefault(member => member.Id == person));
    }

    private async Task<Result<Roles?>> ListAsync(UserId person, CancellationToken cancellationToken)
    {
        var all = await users.ListOrganizationsAsync(person, cancellationToken).ToResultAsync();
        return all switch
        {
            { Failure: NotFound } => Result.Of<Roles?>(null),
            { IsFailure: true } => all.Failure,
            _ => new Roles(all.Value.DistinctBy(one => one.Id).Select(one => KeyValuePair.Create(one.Id, one.OrganizationRoles))),
        };
    }

    private async Task<Result<OrganizationRights>> RightsOfAsync(IReadOnlyList<OrganizationRoleName>? roles, CancellationToken cancellationToken)
    {
        if (roles is null)
        {
            return OrganizationRights.None;
        }

        var known = await template.ListAsync(cancellationToken).ToResultAsync();
        if (!known.IsFailure && roles.Any(role => known.Value.All(one => one.Id != role.Id)))
        {
            // The role is younger than what is remembered of the template.
            template.Forget();
            known = await template.ListAsync(cancellationToken).ToResultAsync();
        }

        if (known.IsFailure)
        {
            return known.Failure;
        }

        var held = roles.Select(role => role.Id).ToHashSet();
        var scopes = known.Value.Where(role => held.Contains(role.Id)).SelectMany(role => role.Scopes).Select(scope => scope.Name);
        return new OrganizationRights(true, permissions.Value.Translate(scopes));
    }

    private sealed class Roles : Dictionary<OrganizationId, IReadOnlyList<OrganizationRoleName>>
    {
        public Roles()
        {
        }

        public Roles(IEnumerable<KeyValuePair<OrganizationId, IReadOnlyList<OrganizationRoleName>>> roles)
            : base(roles)
        {
        }
    }
}
