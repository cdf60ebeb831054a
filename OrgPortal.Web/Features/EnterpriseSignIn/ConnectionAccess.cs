using Microsoft.Extensions.Options;
using OrgPortal.Web.Audit;
using OrgPortal.Web.Authentication;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Events;
using OrgPortal.Web.Locks;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.EnterpriseSignIn;

/// <summary>What stands between a person and a connection, after the guard.</summary>
internal sealed class ConnectionAccess(
    ICurrentUser currentUser,
    ConnectionStore store,
    IRoleCeiling ceiling,
    IOrganizationRolesClient template,
    IOptions<PermissionOptions> permissions,
    IOrganizationLocks locks,
    IAuditTrail audit,
    IOrganizationEvents events,
    IOptions<EnterpriseSignInOptions> options)
{
    /// <summary>Why the organization may not set up this kind by itself.</summary>
    public Failure? RefuseKind(OrganizationId organization, ConnectionKind kind) => (options.Value.OfferedTo(organization), kind) switch
    {
        (SelfService.All, ConnectionKind.Oidc or ConnectionKind.Saml) or (SelfService.Oidc, ConnectionKind.Oidc) => null,
        _ => new Refused(RefusalReasons.SelfServiceOff),
    };

    /// <summary>A connection that the organization set up, and that is there.</summary>
    public async Task<Result<OrganizationConnector>> FindAsync(OrganizationId organization, Guid connection, bool isEndingToo = false, CancellationToken cancellationToken = default)
    {
        var found = await store.FindAsync(organization, connection, cancellationToken);
        return found switch
        {
            { IsFailure: true } => found.Failure,
            { Value: { ConnectorId: not null, State: ConnectionStates.Draft or ConnectionStates.Active } } => found.Value,
            { Value.State: ConnectionStates.Ending } when isEndingToo => found.Value,
            _ => new NotFound(),
        };
    }

    /// <summary>Does something inside the organization's lock, as the signed-in person.</summary>
    public async Task<Result<T>> HoldAsync<T>(OrganizationId organization, Func<Person, Task<Result<T>>> act)
    {
        if (await currentUser.GetAsync() is not { } actor)
        {
            return new SignInRequired();
        }

        var held = await locks.HoldAsync(organization);
        if (held.IsFailure)
        {
            return held.Failure;
        }

        await using var lease = held.Value;
        return await act(actor);
    }

    /// <summary>Does something with one of the organization's connections inside its lock.</summary>
    public async Task<Result> HoldAsync(OrganizationId organization, Guid connection, Func<Person, OrganizationConnector, Task<Result>> act, bool isEndingToo = false)
    {
        var done = await HoldAsync<bool>(organization, async actor =>
        {
            var found = await FindAsync(organization, connection, isEndingToo);
            if (found.IsFailure)
            {
                return found.Failure;
            }

            var result = await act(actor, found.Value);
            return result.IsFailure ? result.Failure : true;
        });
        return done.IsFailure ? done.Failure : Result.Done;
    }

    /// <summary>
    /// Why the person may not do this inside the lock: the right was lost while waiting for it, they are no administrator, or the roles allow more than their own. The refusal goes on record.
    /// </summary>
    /// <param name="actor">Who.</param>
    /// <param name="act">What.</param>
    /// <param name="roles">What newcomers get by it, or got before.</param>
    /// <param name="decides">Whether it decides who can sign in as whom: whoever has the identity provider can sign in as any member, so they must be as much as any.</param>
    public async Task<Failure?> RefuseAsync(Person actor, AuditAct act, IReadOnlyCollection<OrganizationRoleId> roles, bool decides = true)
    {
        var organization = act.Organization!.Value;
        var refused = decides
            ? await RefuseUnlessAdministratorAsync(organization, actor, roles)
            : await ceiling.RefuseUnlessWithinAsync(organization, actor.Id, roles, OrganizationPermissions.ManageSecurity);
        return refused is null ? null : await RecordAsync(act, refused);
    }

    /// <summary>Puts a refusal on record; that Logto or the store did not answer is none.</summary>
    public async Task<Failure> RecordAsync(AuditAct act, Failure refused)
    {
        if (refused is Forbidden or NotFound or Refused)
        {
            await audit.RecordDenialAsync(act, refused);
        }

        return refused;
    }

    /// <summary>Puts the intent on record, acts, puts the outcome on record and tells open pages.</summary>
    public async Task<Result<T>> ActAsync<T>(AuditAct act, Func<AuditIntent, Task<Result<T>>> run)
    {
        var begun = await audit.BeginAsync(act);
        if (begun.IsFailure)
        {
            return begun.Failure;
        }

        await using var intent = begun.Value;
        var done = await run(intent);
        await intent.CompleteAsync(done.Failure);
        if (done.Failure is null or Unavailable or Interrupted)
        {
            events.Publish(new ConnectionsChanged(act.Organization!.Value));
        }

        return done;
    }

    /// <summary>The same for what has no value.</summary>
    public async Task<Result> ActAsync(AuditAct act, Func<Task<Result>> run)
    {
        var done = await ActAsync<bool>(act, async _ =>
        {
            var result = await run();
            return result.IsFailure ? result.Failure : true;
        });
        return done.IsFailure ? done.Failure : Result.Done;
    }

    // As much as the least of the roles that make an administrator, and as much as the others.
    private async Task<Failure?> RefuseUnlessAdministratorAsync(OrganizationId organization, Person actor, IReadOnlyCollection<OrganizationRoleId> roles)
    {
        var all = await template.ListAsync().ToResultAsync();
        if (all.IsFailure)
        {
            return all.Failure;
        }

        var least = all.Value
            .Where(role => role.IsForPeople && OrganizationPermissions.Administrator.All(permissions.Value.Translate(role.Scopes.Select(scope => scope.Name)).Contains))
            .MinBy(role => role.Scopes.Count + role.ResourceScopes.Count);
        if (least is null)
        {
            // No single role makes one: nobody is known to be as much as any member.
            return new Refused(RefusalReasons.AdministratorsOnly);
        }

        var refused = await ceiling.RefuseUnlessWithinAsync(organization, actor.Id, [least.Id, .. roles], OrganizationPermissions.ManageSecurity);
        return refused is Refused { Reason: RefusalReasons.AboveOwnPermissions, Subject: var name } && name == least.Name ? new Refused(RefusalReasons.AdministratorsOnly) : refused;
    }
}
