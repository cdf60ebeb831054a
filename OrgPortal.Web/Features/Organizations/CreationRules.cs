using Microsoft.Extensions.Options;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Organizations;

/// <summary>Who may create organizations, how many, and as what.</summary>
internal sealed partial class CreationRules(
    IOrganizationRolesClient roles,
    CreationJournal journal,
    CreationSuspensions suspensions,
    IOptions<OrganizationOptions> options,
    IOptions<PermissionOptions> permissions,
    ILogger<CreationRules> logger)
{
    /// <summary>The code of the limit per person.</summary>
    public const string Limit = "organizations_per_person";

    /// <summary>Why the person may not create a further organization; <see langword="null"/> when they may.</summary>
    public async Task<Failure?> RefuseAsync(UserId creator)
    {
        if (options.Value.Policy == CreationPolicy.Nobody)
        {
            return new Refused(RefusalReasons.CreationNotAllowed);
        }

        // Asked of the store every time: it counts on every node from the moment it is there.
        var suspended = await suspensions.FindAsync();
        if (suspended.IsFailure || suspended.Value is not null)
        {
            return suspended.Failure ?? new Refused(RefusalReasons.CreationNotAllowed, suspended.Value!.Sentence);
        }

        if (options.Value.PerPerson == 0)
        {
            return null;
        }

        var count = await journal.CountAsync(creator);
        return count.IsFailure ? count.Failure : count.Value < options.Value.PerPerson ? null : new LimitReached(Limit);
    }

    /// <summary>The role that makes the creator the administrator; <see cref="RefusalReasons.NoAdministratorRole"/> when the tenant has none.</summary>
    public async Task<Result<OrganizationRole>> FindAdministratorRoleAsync(CancellationToken cancellationToken = default)
    {
        var known = await roles.ListAsync(cancellationToken).ToResultAsync();
        if (known.IsFailure)
        {
            return known.Failure;
        }

        var name = options.Value.AdministratorRole;
        var found = known.Value
            .Where(role => role.IsForPeople && (name is null ? MakesAdministrator(role) : role.Name == name))
            .MaxBy(role => role.Scopes.Count);
        if (found is not null)
        {
            return found;
        }

        NoAdministratorRole();
        return new Refused(RefusalReasons.NoAdministratorRole);
    }

    /// <summary>The roles that the first administrator could invite others with.</summary>
    public async Task<Result<CreationTerms>> ListTermsAsync(CancellationToken cancellationToken)
    {
        var administrator = await FindAdministratorRoleAsync(cancellationToken);
        if (administrator.IsFailure)
        {
            return administrator.Failure;
        }

        var known = await roles.ListAsync(cancellationToken).ToResultAsync();
        return known.IsFailure
            ? known.Failure
            : new CreationTerms([.. known.Value.Where(role => role.IsForPeople).Select(role => Judge(role, administrator.Value)).OrderBy(Weight).ThenBy(role => role.Role.Name, StringComparer.CurrentCultureIgnoreCase)]);
    }

    private static (bool, int, int) Weight(GrantableRole role) =>
        (role.IsAdministrator, role.Permissions.Count, role.Role.Scopes.Count + role.Role.ResourceScopes.Count);

    private GrantableRole Judge(OrganizationRole role, OrganizationRole held)
    {
        var known = permissions.Value.Translate(role.Scopes.Select(scope => scope.Name));
        var isWithin = !role.Scopes.Select(scope => scope.Id).Except(held.Scopes.Select(scope => scope.Id)).Any()
            && !role.ResourceScopes.Select(scope => scope.Id).Except(held.ResourceScopes.Select(scope => scope.Id)).Any();
        return new GrantableRole(role, isWithin, MakesAdministrator(role), [.. OrganizationPermissions.All.Select(p => p.Key).Where(known.Contains)]);
    }

    private bool MakesAdministrator(OrganizationRole role)
    {
        var held = permissions.Value.Translate(role.Scopes.Select(scope => scope.Name));
        return OrganizationPermissions.Administrator.All(held.Contains);
    }

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "Nobody can create an organization: the organization template has no role for people that may manage members and delete the organization, or none with the name in Portal:Organizations:AdministratorRole.")]
    private partial void NoAdministratorRole();
}
