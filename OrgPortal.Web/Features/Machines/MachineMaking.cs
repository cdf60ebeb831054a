using System.Globalization;
using Microsoft.Extensions.Options;
using OrgPortal.Web.Audit;
using OrgPortal.Web.Authentication;
using OrgPortal.Web.Events;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.Machines;

/// <summary>
/// Makes a machine in several calls that Logto does not tie together. Its row stands in the store before the first of them, so that a failure is undone at
/// once, and what a crash leaves behind is found and undone later. The secret comes last: what was undone had none that anybody has seen.
/// </summary>
internal sealed class MachineMaking(
    MachineAccess access,
    MachineCheck check,
    MachineStore store,
    MachineEnding ending,
    IApplicationsClient applications,
    IOrganizationApplicationsClient machines,
    IOrganizationRolesClient template,
    IAuditTrail audit,
    IOrganizationEvents events,
    IOptions<MachineOptions> options,
    TimeProvider time)
{
    /// <summary>How many machines an organization may have, as a failure's code.</summary>
    public const string PerOrganization = "machines_per_organization";

    /// <summary>How long after it was made a machine is looked at for the first time.</summary>
    public static readonly TimeSpan BetweenLooks = TimeSpan.FromDays(1);

    /// <summary>Makes one; the forms have passed <see cref="MachineCheck"/>, and the caller holds the organization's lock.</summary>
    public async Task<Result<ShownSecret>> RunAsync(OrganizationId organization, Person actor, MachineForm form, SecretForm secret)
    {
        var known = await store.ListAsync(organization);
        if (known.IsFailure)
        {
            return known.Failure;
        }

        var (row, roles) = (Draft(organization, actor, form), form.Roles.Distinct().ToList());
        var wanted = new NewApplicationSecret(NameOf(secret), check.EndOf(secret));
        var act = MachineActs.Of(AuditActions.CreateMachine, row, after: new
        {
            description = Description(form), roles = await template.NameAsync(roles), secret = wanted.Name, expiresAt = wanted.ExpiresAt,
        });
        if (await access.RefuseAsync(actor, act, roles) is { } refused)
        {
            return refused;
        }

        if (known.Value.Count(one => one.State is MachineStates.Active or MachineStates.Off or MachineStates.Making) >= options.Value.PerOrganization)
        {
            return new LimitReached(PerOrganization);
        }

        var begun = await audit.BeginAsync(act);
        if (begun.IsFailure)
        {
            return begun.Failure;
        }

        await using var intent = begun.Value;
        var made = await MakeAsync(row, form, roles, wanted, intent);
        await intent.CompleteAsync(made.Failure);
        if (made.Failure is null or Interrupted)
        {
            events.Publish(new MachinesChanged(organization));
        }

        return made;
    }

    private async Task<Result<ShownSecret>> MakeAsync(OrganizationMachine row, MachineForm form, IReadOnlyList<OrganizationRoleId> roles, NewApplicationSecret secret, AuditIntent intent)
    {
        var added = await store.AddAsync(row);
        if (added.IsFailure)
        {
            return added.Failure;
        }

        var created = await applications.CreateAsync(new NewApplication(row.Name, ApplicationTypes.MachineToMachine, Description(form), CustomData: MachineMarks.Make(row))).ToResultAsync();
        if (created.IsFailure)
        {
            // When Logto did not answer there may be one now: the row stays, and with it what is left is found.
            if (created.Failure is not Unavailable)
            {
                await store.RemoveAsync(row.Id);
            }

            return created.Failure;
        }

        row.ApplicationId = intent.TargetId = created.Value.Id;
        return await CompleteAsync(row, roles, secret);
    }

    private async Task<Result<ShownSecret>> CompleteAsync(OrganizationMachine row, IReadOnlyList<OrganizationRoleId> roles, NewApplicationSecret secret)
    {
        Result<ShownSecret> furnished = new Unavailable();
        var isUndone = false;
        try
        {
            furnished = await FurnishAsync(row, row.ApplicationId!, roles, secret);
        }
        finally
        {
            // Also when an exception passes through: nothing half-done stays.
            isUndone = furnished.IsFailure && !(await ending.EndAsync(row)).IsFailure;
        }

        return furnished.IsFailure ? new Interrupted(isUndone, furnished.Failure) : furnished;
    }

    private async Task<Result<ShownSecret>> FurnishAsync(OrganizationMachine row, string application, IReadOnlyList<OrganizationRoleId> roles, NewApplicationSecret wanted)
    {
        var noted = await store.SaveAsync(row);
        if (noted.IsFailure)
        {
            return noted.Failure;
        }

        var prepared = await DoInTurnAsync(
            () => DropTenantRolesAsync(application),
            () => machines.AddAsync(row.Organization(), application).ToResultAsync(),
            () => machines.AddRolesAsync(row.Organization(), application, roles).ToResultAsync(MachineAnswers.Explain));
        if (prepared.IsFailure)
        {
            return prepared.Failure;
        }

        var secret = await applications.CreateSecretAsync(application, wanted.Name, wanted.ExpiresAt).ToResultAsync();
        if (secret.IsFailure)
        {
            return secret.Failure;
        }

        var rest = await DropOthersAsync(application, secret.Value.Name);
        if (rest.IsFailure)
        {
            return rest.Failure;
        }

        (row.State, row.ChangedAt, row.SecretEndsAt) = (MachineStates.Active, time.GetUtcNow(), secret.Value.ExpiresAt);
        var done = await store.SaveAsync(row);
        return done.IsFailure ? done.Failure : new ShownSecret(row.Id, application, secret.Value.Name, secret.Value.Value, secret.Value.ExpiresAt);
    }

    // Logto has default roles for people and, as of 1.42, none for machines. Should a later one have them, they would reach beyond the organization.
    private async Task<Result> DropTenantRolesAsync(string application)
    {
        var roles = await applications.ListRolesAsync(application).ToResultAsync();
        return roles.IsFailure
            ? roles.Failure
            : await DoInTurnAsync([.. roles.Value.Select(role => (Func<Task<Result>>)(() => applications.RemoveRoleAsync(application, role.Id).ToResultAsync()))]);
    }

    // Logto gives every machine a secret that never ends, and tells its value to whoever may use the Management API.
    private async Task<Result> DropOthersAsync(string application, string kept)
    {
        var secrets = await applications.ListSecretsAsync(application).ToResultAsync();
        return secrets.IsFailure
            ? secrets.Failure
            : await DoInTurnAsync([.. secrets.Value.Where(one => one.Name != kept).Select(one => (Func<Task<Result>>)(() => applications.DeleteSecretAsync(application, one.Name).ToResultAsync()))]);
    }

    private static async Task<Result> DoInTurnAsync(params IReadOnlyList<Func<Task<Result>>> steps)
    {
        foreach (var step in steps)
        {
            var done = await step();
            if (done.IsFailure)
            {
                return done;
            }
        }

        return Result.Done;
    }

    private OrganizationMachine Draft(OrganizationId organization, Person actor, MachineForm form)
    {
        var now = time.GetUtcNow();
        return new OrganizationMachine
        {
            Id = Guid.NewGuid(),
            OrganizationId = organization.Value,
            Name = form.Name.Trim(),
            State = MachineStates.Making,
            CreatedAt = now,
            CreatedById = actor.Id.Value,
            CreatedByName = actor.Name,
            ChangedAt = now,
            NextLookAt = now + BetweenLooks,
        };
    }

    private static string? Description(MachineForm form) => string.IsNullOrWhiteSpace(form.Description) ? null : form.Description.Trim();

    private string NameOf(SecretForm secret) => string.IsNullOrWhiteSpace(secret.Name) ? time.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : secret.Name.Trim();
}
