using System.Globalization;
using OrgPortal.Web.Audit;
using OrgPortal.Web.Authentication;
using OrgPortal.Web.Events;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.Machines;

/// <summary>Makes and deletes secrets. The caller has found the machine to be the organization's, and holds its lock.</summary>
internal sealed class MachineSecrets(
    MachineAccess access,
    MachineCheck check,
    MachineStore store,
    IApplicationsClient applications,
    IOrganizationApplicationsClient machines,
    IAuditTrail audit,
    IOrganizationEvents events,
    TimeProvider time)
{
    /// <summary>How many secrets a machine may have, as a failure's code.</summary>
    public const string PerMachine = "machine_secrets";

    public async Task<Result<ShownSecret>> CreateAsync(Person actor, OrganizationMachine row, SecretForm form)
    {
        var asking = IsOnlyHereAsync(row);
        var reading = applications.ListSecretsAsync(row.ApplicationId!).ToResultAsync();
        var held = await machines.ListRolesAsync(row.Organization(), row.ApplicationId!).ToResultAsync();
        var (known, isOnlyHere) = (await reading, await asking);
        if ((held.Failure ?? known.Failure ?? isOnlyHere.Failure) is { } failed)
        {
            return failed is NotFound ? new Refused(RefusalReasons.MachineNotIn) : failed;
        }

        var (name, endsAt) = (NameOf(form, known.Value), check.EndOf(form));
        var act = MachineActs.Of(AuditActions.CreateMachineSecret, row, after: MachineActs.DescribeSecret(name, endsAt));
        // Whoever has the secret may do what the machine may.
        if (await access.RefuseAsync(actor, act, [.. held.Value.Select(role => role.Id)]) is { } above)
        {
            return above;
        }

        Failure? refused = !isOnlyHere.Value ? new Refused(RefusalReasons.MachineReachesFurther)
            : known.Value.Count >= MachineOptions.MostSecrets ? new LimitReached(PerMachine)
            : known.Value.Any(one => one.Name == name) ? new Refused(RefusalReasons.SecretListed)
            : null;
        return refused is not null
            ? await access.RecordAsync(act, refused)
            : await ActAsync(act, row, async () =>
            {
                var made = await applications.CreateSecretAsync(row.ApplicationId!, name, endsAt).ToResultAsync(MachineAnswers.Explain);
                if (made.IsFailure)
                {
                    return made.Failure;
                }

                await NoteAsync(row, [.. known.Value, made.Value]);
                return Result.Of(new ShownSecret(row.Id, row.ApplicationId!, made.Value.Name, made.Value.Value, made.Value.ExpiresAt));
            });
    }

    public async Task<Result> DeleteAsync(Person actor, OrganizationMachine row, string secret)
    {
        var known = await applications.ListSecretsAsync(row.ApplicationId!).ToResultAsync();
        if (known.IsFailure)
        {
            return known.Failure;
        }

        // Only what is listed is named to Logto: what leads elsewhere never is.
        if (known.Value.FirstOrDefault(one => one.Name == secret) is not { Name: not ("." or "..") } found)
        {
            return new NotFound();
        }

        var act = MachineActs.Of(AuditActions.DeleteMachineSecret, row, MachineActs.DescribeSecret(found.Name, found.ExpiresAt));
        if (await access.RefuseAsync(actor, act, []) is { } refused)
        {
            return refused;
        }

        var done = await ActAsync(act, row, async () =>
        {
            var deleted = await applications.DeleteSecretAsync(row.ApplicationId!, found.Name).ToResultAsync();
            if (deleted.Failure is not (null or NotFound))
            {
                return deleted.Failure;
            }

            await NoteAsync(row, [.. known.Value.Where(one => one != found)]);
            return Result.Of(found.Name);
        });
        return done.IsFailure ? done.Failure : Result.Done;
    }

    // What the store does not take is read again when the machine is looked at: the secret stands.
    private Task<Result> NoteAsync(OrganizationMachine row, IReadOnlyCollection<ApplicationSecret> secrets)
    {
        row.SecretEndsAt = MachineTerm.NextEndOf(secrets, time.GetUtcNow());
        return store.SaveAsync(row);
    }

    // A secret opens all that its machine may do, wherever that is: also what whoever runs the tenant has added since.
    private async Task<Result<bool>> IsOnlyHereAsync(OrganizationMachine row)
    {
        var reading = applications.ListRolesAsync(row.ApplicationId!).ToResultAsync();
        var organizations = await applications.ListOrganizationsAsync(row.ApplicationId!).ToResultAsync();
        var roles = await reading;
        return (organizations.Failure ?? roles.Failure) is { } failed ? failed : organizations.Value.All(one => one == row.Organization()) && roles.Value.Count == 0;
    }

    // Named by its day, and by a number where that is taken.
    private string NameOf(SecretForm form, IReadOnlyList<ApplicationSecret> known)
    {
        if (!string.IsNullOrWhiteSpace(form.Name))
        {
            return form.Name.Trim();
        }

        var day = time.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return Enumerable.Range(1, known.Count + 1).Select(number => number == 1 ? day : $"{day} ({number})").First(name => known.All(one => one.Name != name));
    }

    private async Task<Result<T>> ActAsync<T>(AuditAct act, OrganizationMachine row, Func<Task<Result<T>>> run)
    {
        var begun = await audit.BeginAsync(act);
        if (begun.IsFailure)
        {
            return begun.Failure;
        }

        await using var intent = begun.Value;
        var done = await run();
        await intent.CompleteAsync(done.Failure);
        if (done.Failure is null or Unavailable)
        {
            events.Publish(new MachinesChanged(row.Organization()));
        }

        return done;
    }
}
