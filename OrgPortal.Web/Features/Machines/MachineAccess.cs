using Microsoft.Extensions.Options;
using OrgPortal.Web.Audit;
using OrgPortal.Web.Authentication;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Locks;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.Machines;

/// <summary>What stands between an administrator and a machine, after the guard.</summary>
internal sealed class MachineAccess(
    ICurrentUser currentUser, MachineStore store, IRoleCeiling ceiling, IOrganizationLocks locks, IAuditTrail audit, IOptions<LogtoOptions> logto, IOptions<MachineOptions> options)
{
    /// <summary>Whether an application is one of the portal's own, which nobody sees or touches, whoever put it where.</summary>
    public bool IsPortal(string? application) => application is not null && (application == logto.Value.Management.ClientId || application == logto.Value.Web.ClientId);

    /// <summary>A machine that the organization made, and that is complete.</summary>
    public Task<Result<OrganizationMachine>> FindAsync(OrganizationId organization, Guid machine, CancellationToken cancellationToken = default) =>
        FindAsync(organization, machine, isEndingToo: false, cancellationToken);

    /// <summary>The same, or one whose deletion was begun.</summary>
    public async Task<Result<OrganizationMachine>> FindAsync(OrganizationId organization, Guid machine, bool isEndingToo, CancellationToken cancellationToken = default)
    {
        var found = await store.FindAsync(organization, machine, cancellationToken);
        return found switch
        {
            { IsFailure: true } => found.Failure,
            { Value: { ApplicationId: { } application, State: MachineStates.Active or MachineStates.Off } } when !IsPortal(application) => found.Value,
            { Value.State: MachineStates.Ending } when isEndingToo => found.Value,
            _ => new NotFound(),
        };
    }

    /// <summary>What the signed-in person could give a machine.</summary>
    public async Task<Result<MachineTerms>> ReadTermsAsync(OrganizationId organization, CancellationToken cancellationToken)
    {
        if (await currentUser.GetAsync() is not { } person)
        {
            return new SignInRequired();
        }

        var roles = await ceiling.ListForMachinesAsync(organization, person.Id, cancellationToken);
        return roles.IsFailure ? roles.Failure : new MachineTerms(roles.Value, options.Value.LongestSecretDays);
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

    /// <summary>Does something with one of the organization's machines inside its lock.</summary>
    public async Task<Result> HoldAsync(OrganizationId organization, Guid machine, Func<Person, OrganizationMachine, Task<Result>> act, bool isEndingToo = false)
    {
        var done = await HoldAsync<bool>(organization, async actor =>
        {
            var found = await FindAsync(organization, machine, isEndingToo);
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
    /// Why the person may not do this inside the lock: the right was lost while waiting for it, or the roles allow more than the person's own. The refusal
    /// goes on record.
    /// </summary>
    public async Task<Failure?> RefuseAsync(Person actor, AuditAct act, IReadOnlyCollection<OrganizationRoleId> roles)
    {
        var refused = await ceiling.RefuseUnlessWithinAsync(act.Organization!.Value, actor.Id, roles, OrganizationPermissions.ManageApplications, RoleHolder.Machine);
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
}
