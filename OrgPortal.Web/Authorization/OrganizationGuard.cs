using OrgPortal.Web.Audit;
using OrgPortal.Web.Authentication;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Authorization;

internal sealed class OrganizationGuard(ICurrentUser currentUser, IPermissionReader reader, IAccountStanding accounts, ISecondFactorGate secondFactors, IOrganizationHolds holds, IAuditTrail audit) : IOrganizationGuard
{
    public Task<Failure?> DenyReadUnlessAsync(OrganizationId organization, PermissionKey permission, CancellationToken cancellationToken = default) =>
        DecideAsync(organization, [permission], isFresh: false, person => reader.ReadRecentAsync(organization, person.Id, cancellationToken), cancellationToken: cancellationToken);

    public Task<Failure?> DenyReadUnlessMemberAsync(OrganizationId organization, CancellationToken cancellationToken = default) =>
        DecideAsync(organization, [], isFresh: false, person => reader.ReadRecentAsync(organization, person.Id, cancellationToken), cancellationToken: cancellationToken);

    public Task<Failure?> DenyUnlessAsync(OrganizationId organization, PermissionKey permission) =>
        RecordAsync(organization, permission.Value, DecideAsync(organization, [permission], isFresh: true, person => ReadUnlessSuspendedAsync(organization, person.Id)));

    public Task<Failure?> DenyUnlessAllAsync(OrganizationId organization, IReadOnlyList<PermissionKey> permissions) =>
        RecordAsync(organization, permissions[0].Value, DecideAsync(organization, permissions, isFresh: true, person => ReadUnlessSuspendedAsync(organization, person.Id)));

    public Task<Failure?> DenyUnlessMemberAsync(OrganizationId organization) =>
        RecordAsync(organization, "membership", DecideAsync(organization, [], isFresh: true, person => ReadUnlessSuspendedAsync(organization, person.Id)));

    public Task<Failure?> DenyUnlessHeldAsync(OrganizationId organization, PermissionKey permission) =>
        RecordAsync(organization, permission.Value, DecideAsync(organization, [permission], isFresh: true, person => ReadUnlessSuspendedAsync(organization, person.Id), isHeld: true));

    public async Task<Failure?> DenyUnlessSignedInAsync(CancellationToken cancellationToken = default) =>
        await currentUser.GetAsync() is null ? new SignInRequired() : null;

    public async Task<Failure?> DenyUnlessActiveAsync() => (await FindActiveAsync()).Failure;

    public async Task<Result<User>> FindActiveAsync()
    {
        var active = await DecideAsync();
        await RecordAsync(null, "account", Task.FromResult(active.Failure));
        return active;
    }

    private async Task<Failure?> DecideAsync(
        OrganizationId organization, IReadOnlyList<PermissionKey> permissions, bool isFresh, Func<Person, Task<Result<OrganizationRights>>> read, bool isHeld = false, CancellationToken cancellationToken = default)
    {
        if (organization == default)
        {
            return new NotFound();
        }

        if (await currentUser.GetAsync() is not { } person)
        {
            return new SignInRequired();
        }

        // Whether the organization requires a second factor is asked about beside the rights, so that it costs no time.
        _ = secondFactors.IsRequiredAsync(organization, CancellationToken.None);
        var rights = await read(person);
        if (rights.IsFailure || !rights.Value.IsMember)
        {
            return rights.Failure ?? new NotFound();
        }

        // One that was deleted looks gone, also to those who may bring it back: only restoring asks the other way round.
        var hold = await holds.FindAsync(organization, isFresh, cancellationToken);
        return hold switch
        {
            { IsFailure: true } => hold.Failure,
            _ when (hold.Value is not null) != isHeld => new NotFound(),
            _ when permissions.Where(needed => !rights.Value.Allow(needed)).Select(needed => needed.Value).FirstOrDefault() is { } missing => new Forbidden(missing),
            // Last: whoever may not do it anyway is told that, and nothing is asked about them.
            _ => await secondFactors.DenyWithoutAsync(organization, person.Id, isFresh, cancellationToken),
        };
    }

    private async Task<Result<User>> DecideAsync()
    {
        if (await currentUser.GetAsync() is not { } person)
        {
            return new SignInRequired();
        }

        var active = await accounts.FindActiveAsync(person.Id);
        return active.IsFailure ? active.Failure : active.Value is { } account ? account : new SignInRequired();
    }

    // Two questions at the same time: the second costs a call, and no time.
    private async Task<Result<OrganizationRights>> ReadUnlessSuspendedAsync(OrganizationId organization, UserId person)
    {
        var reading = reader.ReadFreshAsync(organization, person);
        var suspended = await accounts.IsSuspendedAsync(person);
        var rights = await reading;
        return suspended switch
        {
            { IsFailure: true } => suspended.Failure,
            { Value: true } => new SignInRequired(),
            _ => rights,
        };
    }

    private async Task<Failure?> RecordAsync(OrganizationId? organization, string needed, Task<Failure?> decision)
    {
        if (await decision is not { } denied)
        {
            return null;
        }

        await audit.RecordDenialAsync(new AuditAct(AuditActions.Denied, organization, "permission", TargetName: denied is Forbidden lacking ? lacking.Permission : needed), denied);
        return denied;
    }
}
