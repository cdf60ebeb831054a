using OrgPortal.Web.Audit;
using OrgPortal.Web.Features.Organizations.CustomFields;
using OrgPortal.Web.Locks;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.Organizations;

/// <summary>
/// Creation in three calls that Logto does not tie together: organization, member, role. Each step stands in the journal before the
/// next begins, so that a failure is undone at once, and what a crash leaves behind is found and undone later.
/// </summary>
internal sealed class OrganizationCreation(
    IOrganizationsClient organizations, IOrganizationMembersClient members, IOrganizationLocks locks, CreationJournal journal, CreationMarks marks, CustomFieldSchema schema)
{
    /// <summary>
    /// One creation at a time for each person: two clicks, or two tabs, are one after the other, and the repair waits for both.
    /// The person stands in for the organization that does not exist yet.
    /// </summary>
    public Task<Result<IAsyncDisposable>> HoldAsync(UserId creator)
    {
        var name = $"creating-{creator}";
        return locks.HoldAsync(OrganizationId.Parse(name[..Math.Min(name.Length, 64)], null));
    }

    /// <summary>What an earlier try with the same request came to: the organization, or nothing, with nothing left of it.</summary>
    public async Task<Result<OrganizationId?>> ResumeAsync(UserId creator, Guid requestId)
    {
        var earlier = await journal.FindAsync(creator, requestId);
        return earlier switch
        {
            { IsFailure: true } => earlier.Failure,
            { Value: { State: CreationStates.Done, OrganizationId: { } id } } => OrganizationId.Parse(id, null),
            { Value: { } left } when CreationJournal.IsUnfinished(left) && !await UndoAsync(left) =>
                left.OrganizationId is null ? new Unavailable() : new Interrupted(IsUndone: false, new Unavailable()),
            _ => Result.Of<OrganizationId?>(null),
        };
    }

    /// <summary>All of it, or nothing. When Logto fails in the middle and what was made cannot be taken back either, the journal keeps it for the repair.</summary>
    public async Task<Result<OrganizationId>> RunAsync(
        Guid requestId, UserId creator, OrganizationRoleId administrator, CreateOrganizationForm form, AuditIntent intent)
    {
        var begun = await journal.BeginAsync(creator, requestId, form.Name);
        if (begun.IsFailure)
        {
            return begun.Failure;
        }

        var row = begun.Value;
        var created = await organizations.CreateAsync(new NewOrganization(form.Name, form.Description, schema.Onto(CreationMarks.Make(row), form.Fields ?? new Dictionary<string, string?>()))).ToResultAsync();
        if (created.IsFailure)
        {
            await journal.NoteAsync(row, created.Failure is Unavailable ? CreationStates.Lost : CreationStates.Undone);
            return created.Failure;
        }

        var organization = created.Value.Id;
        (row.OrganizationId, intent.Organization, intent.TargetId) = (organization.Value, organization, organization.Value);
        return await CompleteAsync(row, organization, creator, administrator) is { } interrupted ? interrupted : organization;
    }

    /// <summary>Deletes what a creation left in Logto.</summary>
    /// <returns>Whether nothing is left; otherwise the journal keeps it for the next time.</returns>
    public async Task<bool> UndoAsync(CreatedOrganization row)
    {
        var left = row.OrganizationId is { } id ? Result.Of<IReadOnlyList<OrganizationId>>([OrganizationId.Parse(id, null)]) : await marks.FindLeftAsync(row);
        if (left.IsFailure)
        {
            return false;
        }

        foreach (var organization in left.Value)
        {
            var deleted = await organizations.DeleteAsync(organization).ToResultAsync();
            if (deleted.Failure is not (null or NotFound))
            {
                return false;
            }
        }

        return await journal.NoteAsync(row, CreationStates.Undone);
    }

    private async Task<Interrupted?> CompleteAsync(CreatedOrganization row, OrganizationId organization, UserId creator, OrganizationRoleId administrator)
    {
        Failure? cause = new Unavailable();
        var isUndone = false;
        try
        {
            cause = await JoinAsync(row, organization, creator, administrator);
        }
        finally
        {
            // Also when an exception passes through: nothing half-done stays.
            isUndone = cause is not null && await UndoAsync(row);
        }

        return cause is null ? null : new Interrupted(isUndone, cause);
    }

    private async Task<Failure?> JoinAsync(CreatedOrganization row, OrganizationId organization, UserId creator, OrganizationRoleId administrator)
    {
        if (!await journal.NoteAsync(row, CreationStates.Created))
        {
            return new Unavailable();
        }

        var added = await members.AddAsync(organization, [creator]).ToResultAsync();
        if (added.IsFailure)
        {
            return added.Failure;
        }

        var given = await members.AddRolesAsync(organization, creator, [administrator]).ToResultAsync();
        if (given.IsFailure)
        {
            return given.Failure;
        }

        if (await journal.NoteAsync(row, CreationStates.Done))
        {
            return null;
        }

        row.State = CreationStates.Created;
        return new Unavailable();
    }
}
