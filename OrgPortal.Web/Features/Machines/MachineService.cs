using OrgPortal.Web.Audit;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Machines;

internal sealed class MachineService(
    IOrganizationGuard guard,
    IReauthentication reauthentication,
    MachineAccess access,
    MachineCheck check,
    MachineListing listing,
    MachineMaking making,
    MachineChanges changes,
    MachineSecrets secrets) : IMachineService
{
    public async Task<Result<MachineList>> ListAsync(OrganizationId organization, CancellationToken cancellationToken = default) =>
        await guard.DenyReadUnlessAsync(organization, OrganizationPermissions.ManageApplications, cancellationToken) is { } denied
            ? denied
            : await listing.ReadAsync(organization, cancellationToken);

    public async Task<Result<MachineTerms>> GetTermsAsync(OrganizationId organization, CancellationToken cancellationToken = default) =>
        await guard.DenyReadUnlessAsync(organization, OrganizationPermissions.ManageApplications, cancellationToken) is { } denied
            ? denied
            : await access.ReadTermsAsync(organization, cancellationToken);

    public async Task<Result<MachineDetails>> GetAsync(OrganizationId organization, Guid machine, CancellationToken cancellationToken = default)
    {
        if (await guard.DenyReadUnlessAsync(organization, OrganizationPermissions.ManageApplications, cancellationToken) is { } denied)
        {
            return denied;
        }

        var found = await access.FindAsync(organization, machine, cancellationToken);
        return found.IsFailure ? found.Failure : await listing.ReadAsync(organization, found.Value, cancellationToken);
    }

    public async Task<Result<MachineUse>> GetLastUseAsync(OrganizationId organization, Guid machine, CancellationToken cancellationToken = default)
    {
        if (await guard.DenyReadUnlessAsync(organization, OrganizationPermissions.ManageApplications, cancellationToken) is { } denied)
        {
            return denied;
        }

        var found = await access.FindAsync(organization, machine, cancellationToken);
        return found.IsFailure ? found.Failure : await listing.ReadLastUseAsync(found.Value, cancellationToken);
    }

    public async Task<Result<ShownSecret>> CreateAsync(OrganizationId organization, MachineForm form, SecretForm secret)
    {
        if (await guard.DenyUnlessAsync(organization, OrganizationPermissions.ManageApplications) is { } denied)
        {
            return denied;
        }

        if (await reauthentication.DenyUnlessRecentAsync(organization, AuditActions.CreateMachine) is { } unproved)
        {
            return unproved;
        }

        return check.Refuse(form, secret) is { } invalid
            ? invalid
            : await access.HoldAsync(organization, actor => making.RunAsync(organization, actor, form, secret));
    }

    public async Task<Result> ChangeAsync(OrganizationId organization, Guid machine, MachineForm form)
    {
        if (await guard.DenyUnlessAsync(organization, OrganizationPermissions.ManageApplications) is { } denied)
        {
            return denied;
        }

        return MachineCheck.Refuse(form) is { } invalid
            ? invalid
            : await access.HoldAsync(organization, machine, (actor, row) => changes.ChangeAsync(actor, row, form));
    }

    public async Task<Result> SwitchAsync(OrganizationId organization, Guid machine, bool isOn)
    {
        if (await guard.DenyUnlessAsync(organization, OrganizationPermissions.ManageApplications) is { } denied)
        {
            return denied;
        }

        return await access.HoldAsync(organization, machine, (actor, row) => changes.SwitchAsync(actor, row, isOn));
    }

    public async Task<Result> DeleteAsync(OrganizationId organization, Guid machine)
    {
        if (await guard.DenyUnlessAsync(organization, OrganizationPermissions.ManageApplications) is { } denied)
        {
            return denied;
        }

        return await access.HoldAsync(organization, machine, changes.DeleteAsync, isEndingToo: true);
    }

    public async Task<Result<ShownSecret>> CreateSecretAsync(OrganizationId organization, Guid machine, SecretForm form)
    {
        if (await guard.DenyUnlessAsync(organization, OrganizationPermissions.ManageApplications) is { } denied)
        {
            return denied;
        }

        // Nobody proves who they are for what is not there.
        if (await access.FindAsync(organization, machine) is { IsFailure: true, Failure: var missing })
        {
            return missing;
        }

        if (await reauthentication.DenyUnlessRecentAsync(organization, AuditActions.CreateMachineSecret) is { } unproved)
        {
            return unproved;
        }

        return check.Refuse(form) is { } invalid
            ? invalid
            : await access.HoldAsync(organization, async actor =>
            {
                var found = await access.FindAsync(organization, machine);
                return found.IsFailure ? found.Failure : await secrets.CreateAsync(actor, found.Value, form);
            });
    }

    public async Task<Result> DeleteSecretAsync(OrganizationId organization, Guid machine, string secret)
    {
        if (await guard.DenyUnlessAsync(organization, OrganizationPermissions.ManageApplications) is { } denied)
        {
            return denied;
        }

        return await access.HoldAsync(organization, machine, (actor, row) => secrets.DeleteAsync(actor, row, secret));
    }
}
