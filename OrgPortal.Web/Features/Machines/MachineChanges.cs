using OrgPortal.Web.Audit;
using OrgPortal.Web.Authentication;
using OrgPortal.Web.Events;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.Machines;

/// <summary>Changes machines, switches and deletes them. The caller has found them to be the organization's, and holds its lock.</summary>
internal sealed class MachineChanges(
    MachineAccess access,
    MachineStore store,
    MachineEnding ending,
    IApplicationsClient applications,
    IOrganizationApplicationsClient machines,
    IOrganizationRolesClient template,
    IAuditTrail audit,
    IOrganizationEvents events,
    TimeProvider time)
{
    public async Task<Result> ChangeAsync(Person actor, OrganizationMachine row, MachineForm form)
    {
        var reading = applications.GetAsync(row.ApplicationId!).ToResultAsync();
        var held = await machines.ListRolesAsync(row.Organization(), row.ApplicationId!).ToResultAsync();
        var before = await reading;
        if (held.IsFailure || before.IsFailure)
        {
            return NotIn(held.Failure ?? before.Failure!);
        }

        var (had, wanted) = (held.Value.Select(role => role.Id).ToHashSet(), form.Roles.Distinct().ToList());
        var (name, description) = (form.Name.Trim(), form.Description?.Trim() ?? string.Empty);
        var act = MachineActs.Of(
            AuditActions.ChangeMachine, row,
            MachineActs.Describe(before.Value.Name, before.Value.Description, [.. held.Value.Select(role => role.Name).Order(StringComparer.Ordinal)]),
            MachineActs.Describe(name, description, await template.NameAsync(wanted)));
        // What it keeps nobody gives or takes.
        if (await access.RefuseAsync(actor, act, [.. had.Except(wanted), .. wanted.Except(had)]) is { } refused)
        {
            return refused;
        }

        return await ActAsync(act, async () =>
        {
            var changed = had.SetEquals(wanted) ? Result.Done : await machines.ReplaceRolesAsync(row.Organization(), row.ApplicationId!, wanted).ToResultAsync(MachineAnswers.Explain);
            if (changed.IsFailure)
            {
                return changed;
            }

            var described = await applications.UpdateAsync(row.ApplicationId!, new ApplicationChange(description, Name: name)).ToResultAsync();
            row.Name = name;
            return described.IsFailure ? described.Failure : await store.SaveAsync(row);
        });
    }

    public async Task<Result> SwitchAsync(Person actor, OrganizationMachine row, bool isOn)
    {
        var held = await machines.ListRolesAsync(row.Organization(), row.ApplicationId!).ToResultAsync();
        if (held.Failure is not (null or NotFound))
        {
            return held.Failure;
        }

        var act = MachineActs.Of(AuditActions.SwitchMachine, row, new { isOn = !held.IsFailure }, new { isOn });
        if (isOn == !held.IsFailure)
        {
            return await access.RefuseAsync(actor, act, []) is { } lost ? lost : Result.Done;
        }

        return isOn ? await SwitchOnAsync(actor, row, act) : await SwitchOffAsync(actor, row, act, held.Value);
    }

    public async Task<Result> DeleteAsync(Person actor, OrganizationMachine row)
    {
        var act = MachineActs.Of(AuditActions.DeleteMachine, row);
        return await access.RefuseAsync(actor, act, []) is { } refused ? refused : await ActAsync(act, () => ending.EndAsync(row));
    }

    private async Task<Result> SwitchOffAsync(Person actor, OrganizationMachine row, AuditAct act, IReadOnlyList<OrganizationRoleName> held)
    {
        if (await access.RefuseAsync(actor, act, []) is { } refused)
        {
            return refused;
        }

        return await ActAsync(act, async () =>
        {
            // First what it takes to put it back: Logto forgets it.
            (row.State, row.RoleIds, row.ChangedAt) = (MachineStates.Off, MachineTerm.Join(held.Select(role => role.Id)), time.GetUtcNow());
            var saved = await store.SaveAsync(row);
            if (saved.IsFailure)
            {
                return saved;
            }

            var removed = await machines.RemoveAsync(row.Organization(), row.ApplicationId!).ToResultAsync();
            return removed.Failure is NotFound ? Result.Done : removed;
        });
    }

    private async Task<Result> SwitchOnAsync(Person actor, OrganizationMachine row, AuditAct act)
    {
        if (row.State != MachineStates.Off)
        {
            return await access.RecordAsync(act, new Refused(RefusalReasons.MachineWithdrawn));
        }

        if (await access.RefuseAsync(actor, act, row.Roles()) is { } refused)
        {
            return refused;
        }

        return await ActAsync(act, async () =>
        {
            var added = await machines.AddAsync(row.Organization(), row.ApplicationId!).ToResultAsync(Gone);
            if (added.IsFailure)
            {
                return added;
            }

            var given = row.Roles().Count == 0 ? Result.Done : await machines.AddRolesAsync(row.Organization(), row.ApplicationId!, row.Roles()).ToResultAsync(MachineAnswers.Explain);
            if (given.IsFailure)
            {
                // Off it was, and off it stays; where that fails too, it is in the organization and may do nothing there.
                var undone = await machines.RemoveAsync(row.Organization(), row.ApplicationId!).ToResultAsync();
                return new Interrupted(undone.Failure is null or NotFound, given.Failure);
            }

            (row.State, row.RoleIds, row.ChangedAt) = (MachineStates.Active, string.Empty, time.GetUtcNow());
            return await store.SaveAsync(row);
        });
    }

    private async Task<Result> ActAsync(AuditAct act, Func<Task<Result>> run)
    {
        var begun = await audit.BeginAsync(act);
        if (begun.IsFailure)
        {
            return begun.Failure;
        }

        await using var intent = begun.Value;
        var done = await run();
        await intent.CompleteAsync(done.Failure);
        if (done.Failure is null or Unavailable or Interrupted)
        {
            events.Publish(new MachinesChanged(act.Organization!.Value));
        }

        return done;
    }

    // The application was deleted in Logto itself.
    private static Failure? Gone(string code) => code == "entity.relation_foreign_key_not_found" ? new Refused(RefusalReasons.MachineWithdrawn) : null;

    private static Failure NotIn(Failure failure) => failure is NotFound ? new Refused(RefusalReasons.MachineNotIn) : failure;
}
