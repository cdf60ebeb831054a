using Microsoft.Extensions.Options;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.Machines;

/// <summary>Puts machines together for their administrators: what the store says is the organization's own, and what Logto says of it.</summary>
internal sealed class MachineListing(
    MachineStore store,
    MachineAccess access,
    IApplicationsClient applications,
    IOrganizationApplicationsClient machines,
    IOrganizationRolesClient template,
    ILogsClient logs,
    IOptions<LogtoOptions> logto,
    IOptions<MachineOptions> options,
    TimeProvider time)
{
    public async Task<Result<MachineList>> ReadAsync(OrganizationId organization, CancellationToken cancellationToken)
    {
        var reading = template.ListAsync(cancellationToken).ToResultAsync();
        var stored = await store.ListAsync(organization, cancellationToken);
        var roles = await reading;
        if ((stored.Failure ?? roles.Failure) is { } failed)
        {
            return failed;
        }

        var own = stored.Value.Where(row => row is { ApplicationId: not null, State: not MachineStates.Making }).ToDictionary(row => row.ApplicationId!);
        var present = await ReadPresentAsync(organization, own, cancellationToken);
        if (present.IsFailure)
        {
            return present.Failure;
        }

        var (mine, others, more) = present.Value;
        return new MachineList(
            [.. own.Values.Select(row => Describe(row, mine.GetValueOrDefault(row.ApplicationId!), roles.Value)).OrderBy(row => row.Name, StringComparer.CurrentCultureIgnoreCase)],
            [.. others.Select(one => new MachineRow(null, one.Id, one.Name, one.Description, MachineState.Provided, one.OrganizationRoles))],
            more,
            options.Value.PerOrganization,
            roles.Value.Any(role => role.IsForMachines));
    }

    /// <summary>One of the organization's own, with its secrets.</summary>
    public async Task<Result<MachineDetails>> ReadAsync(OrganizationId organization, OrganizationMachine row, CancellationToken cancellationToken)
    {
        var (readingMachine, readingSecrets) = (applications.GetAsync(row.ApplicationId!, cancellationToken).ToResultAsync(), applications.ListSecretsAsync(row.ApplicationId!, cancellationToken).ToResultAsync());
        var readingTemplate = template.ListAsync(cancellationToken).ToResultAsync();
        var held = await machines.ListRolesAsync(organization, row.ApplicationId!, cancellationToken).ToResultAsync();
        var (machine, secrets, roles) = (await readingMachine, await readingSecrets, await readingTemplate);
        if (roles.IsFailure || held.Failure is not (null or NotFound))
        {
            return roles.Failure ?? held.Failure!;
        }

        // Deleted in Logto itself, it has nothing any more but a name to be deleted by.
        var isGone = machine.Failure is NotFound;
        if (!isGone && (machine.Failure ?? secrets.Failure) is { } failed)
        {
            return failed;
        }

        var present = held.IsFailure || isGone ? null : new OrganizationApplication(row.ApplicationId!, machine.Value.Name, machine.Value.Description, held.Value);
        var described = Describe(row, present, roles.Value) with { Description = isGone ? null : machine.Value.Description };
        var granted = roles.Value.Where(role => described.Roles.Any(one => one.Id == role.Id)).ToList();
        var now = time.GetUtcNow();
        return new MachineDetails(
            described,
            isGone || secrets.IsFailure ? [] : [.. secrets.Value.OrderByDescending(secret => secret.CreatedAt).Select(secret => new MachineSecret(secret.Name, secret.CreatedAt, secret.ExpiresAt, MachineTerm.StateOf(secret.ExpiresAt, now)))],
            new Uri(logto.Value.Endpoint!, "oidc/token"),
            [.. granted.SelectMany(role => role.Scopes).Select(scope => scope.Name).Distinct().Order(StringComparer.Ordinal)],
            [.. granted.SelectMany(role => role.ResourceScopes).Select(scope => scope.Resource.Name).Distinct().Order(StringComparer.Ordinal)]);
    }

    /// <summary>When it last got a token. A machine that was refused in between was not used by that.</summary>
    public async Task<Result<MachineUse>> ReadLastUseAsync(OrganizationMachine row, CancellationToken cancellationToken)
    {
        var latest = await logs.ListLatestAsync(row.ApplicationId!, LogKeys.MachineToken, cancellationToken).ToResultAsync();
        return latest.IsFailure ? latest.Failure : new MachineUse(latest.Value.FirstOrDefault(entry => entry.Payload.IsSuccess)?.CreatedAt);
    }

    /// <summary>Those of its own that are in the organization, the first hundred of the others, and how many more of them there are. Reads on only while own ones are missing.</summary>
    private async Task<Result<(Dictionary<string, OrganizationApplication> Own, List<OrganizationApplication> Others, int More)>> ReadPresentAsync(
        OrganizationId organization, Dictionary<string, OrganizationMachine> owned, CancellationToken cancellationToken)
    {
        var (own, others, hidden) = (new Dictionary<string, OrganizationApplication>(), new List<OrganizationApplication>(), 0);
        for (var page = new PageRequest(1, PageRequest.MaxSize); ; page = page with { Number = page.Number + 1 })
        {
            var read = await machines.ListAsync(organization, page, cancellationToken).ToResultAsync();
            if (read.IsFailure)
            {
                return read.Failure;
            }

            foreach (var one in read.Value.Items)
            {
                if (owned.ContainsKey(one.Id))
                {
                    own[one.Id] = one;
                }
                else if (access.IsPortal(one.Id))
                {
                    hidden++;
                }
                else if (page.Number == 1)
                {
                    others.Add(one);
                }
            }

            if (own.Count == owned.Count || read.Value.Items.Count == 0 || page.Number * page.Size >= read.Value.TotalCount)
            {
                return (own, others, Math.Max(0, read.Value.TotalCount - own.Count - hidden - others.Count));
            }
        }
    }

    private MachineRow Describe(OrganizationMachine row, OrganizationApplication? present, IReadOnlyList<OrganizationRole> roles) => new(
        row.Id,
        row.ApplicationId!,
        present?.Name ?? row.Name,
        present?.Description,
        row.State == MachineStates.Ending ? MachineState.Ending : present is not null ? MachineState.Active : row.State == MachineStates.Off ? MachineState.Off : MachineState.Withdrawn,
        present?.OrganizationRoles ?? [.. roles.Where(role => row.Roles().Contains(role.Id)).Select(role => new OrganizationRoleName(role.Id, role.Name))],
        row.CreatedAt,
        row.CreatedByName,
        row.SecretEndsAt,
        MachineTerm.StateOf(row.SecretEndsAt, time.GetUtcNow()));
}
