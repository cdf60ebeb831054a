using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Provisioning.Files;

namespace OrgPortal.Web.Provisioning;

/// <summary>Makes a tenant what a file says. What was done before a failure stays done, and the next run goes on from there.</summary>
internal sealed class TenantProvisioning(TenantClients logto)
{
    /// <summary>Reads the tenant and compares. Nothing is changed.</summary>
    /// <exception cref="LogtoException">Logto does not answer, or does not let this program read.</exception>
    /// <exception cref="TenantProblemException">Something in the tenant is ambiguous.</exception>
    public async Task<(TenantPlan Plan, TenantSnapshot Now)> PlanAsync(TenantFile file, ProvisioningOptions options, CancellationToken cancellationToken = default)
    {
        var now = await TenantSnapshot.ReadAsync(file, logto, options, cancellationToken);
        return (TenantPlanner.Plan(file, now, logto, options, Ledger.Read(file.Owner, now.Applications)), now);
    }

    /// <summary>Carries a plan out, then reads and compares again.</summary>
    /// <param name="file">What the tenant shall be.</param>
    /// <param name="options">The same as for <see cref="PlanAsync"/>.</param>
    /// <param name="told">Called before each change and after it (<see langword="true"/>).</param>
    /// <returns>What was done, what is still to be done (nothing, or what Logto did not keep or cannot have yet), and the credentials.</returns>
    /// <exception cref="ProvisioningException">A change failed.</exception>
    public async Task<(TenantPlan Done, TenantPlan Left, Credentials Credentials)> ApplyAsync(TenantFile file, ProvisioningOptions options, Func<PlannedChange, Task> told)
    {
        var now = await TenantSnapshot.ReadAsync(file, logto, options, CancellationToken.None);
        var ledger = Ledger.Read(file.Owner, now.Applications);
        var plan = TenantPlanner.Plan(file, now, logto, options, ledger);
        if (plan.Changes.Any(change => change.Happens))
        {
            ledger.Names.UnionWith(plan.Changes.Where(change => change.Action == PlannedAction.Add && Kinds.Remembered.Contains(change.Kind)).Select(change => Ledger.NameOf(change.Kind, change.Name)));
            await RememberAsync(file, now, options, ledger);
            foreach (var change in plan.Changes.Where(change => change.Happens))
            {
                await DoAsync(change);
                await told(change);
            }

            ledger.Names.ExceptWith(plan.Changes.Where(change => change.Action == PlannedAction.Delete).Select(change => Ledger.NameOf(change.Kind, change.Name)));
            await RememberAsync(file, now, options, ledger);
        }

        var (left, after) = await PlanAsync(file, options);
        return (plan, left, Credentials.Collect(file, after, options));
    }

    private static async Task DoAsync(PlannedChange change)
    {
        try
        {
            await change.Act!();
        }
        catch (LogtoException exception)
        {
            throw new ProvisioningException(change, exception);
        }
    }

    // Where that application is still to be made, it is made with it.
    private async Task RememberAsync(TenantFile file, TenantSnapshot now, ProvisioningOptions options, Ledger ledger)
    {
        if (now.HomeOfLedger(file, options) is not { } wanted || now.Find(wanted, options) is not { } home || ledger.IsIn(home))
        {
            return;
        }

        var change = new PlannedChange(Kinds.Application, home.Name, PlannedAction.Change, []);
        await DoAsync(change with
        {
            Act = async () =>
            {
                var changed = await logto.Applications.UpdateAsync(home.Id, new ApplicationChange(CustomData: ledger.PutInto(home.CustomData)));
                now.Applications[now.Applications.FindIndex(one => one.Id == home.Id)] = changed;
            },
        });
    }
}
