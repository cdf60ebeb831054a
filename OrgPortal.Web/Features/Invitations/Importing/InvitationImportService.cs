using System.Data.Common;
using System.Globalization;
using OrgPortal.Web.Audit;
using OrgPortal.Web.Authentication;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Events;
using OrgPortal.Web.Locks;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;
using OrgPortal.Web.Scheduling;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.Invitations.Importing;

internal sealed class InvitationImportService(
    IOrganizationGuard guard,
    IOrganizationLocks locks,
    InvitationAccess access,
    ImportFactsReader facts,
    ImportPlan plan,
    ImportJournal journal,
    IWorkStarter work,
    IAuditTrail audit,
    IOrganizationEvents events,
    TimeProvider time) : IInvitationImportService
{
    public async Task<Result<ImportFacts>> CheckAsync(OrganizationId organization, IReadOnlyList<string> addresses, CancellationToken cancellationToken = default)
    {
        if (await guard.DenyReadUnlessAsync(organization, OrganizationPermissions.InviteMembers, cancellationToken) is { } denied)
        {
            return denied;
        }

        if (addresses.Count > ImportFile.MostLines)
        {
            return new Invalid("file", "too_many");
        }

        var actor = await access.ActorAsync();
        return actor.IsFailure ? actor.Failure : await facts.ReadAsync(organization, actor.Value, addresses, cancellationToken);
    }

    public async Task<Result<Guid>> StartAsync(OrganizationId organization, StartImportForm form)
    {
        if (await guard.DenyUnlessAsync(organization, OrganizationPermissions.InviteMembers) is { } denied)
        {
            return denied;
        }

        if (ImportPlan.Refuse(form) is { } invalid)
        {
            return invalid;
        }

        var actor = await access.ActorAsync();
        if (actor.IsFailure)
        {
            return actor.Failure;
        }

        if (await access.RefuseRolesAsync(organization, actor.Value, [.. form.Entries.SelectMany(entry => entry.Roles).Distinct()], AuditActions.StartImport) is { } refused)
        {
            return refused;
        }

        var import = ImportOf(organization, actor.Value, form.FileName.Trim() is { Length: > 0 } name ? name[..Math.Min(name.Length, ImportFile.LongestName)] : null, form.Entries.Count);
        var rows = await plan.ForFileAsync(import, form.Entries);
        return rows.IsFailure ? rows.Failure : await BeginAsync(organization, import, rows.Value);
    }

    public async Task<Result<IReadOnlyList<AgainRow>>> ListAgainAsync(OrganizationId organization, CancellationToken cancellationToken = default) =>
        await guard.DenyReadUnlessAsync(organization, OrganizationPermissions.InviteMembers, cancellationToken) is { } denied
            ? denied
            : await plan.ListAgainAsync(organization, cancellationToken);

    public async Task<Result<Guid>> SendAgainAsync(OrganizationId organization, IReadOnlyList<InvitationId> invitations)
    {
        if (await guard.DenyUnlessAsync(organization, OrganizationPermissions.InviteMembers) is { } denied)
        {
            return denied;
        }

        if (invitations.Count is 0 or > ImportFile.MostLines)
        {
            return new Invalid("invitations", invitations.Count == 0 ? "required" : "too_many");
        }

        var actor = await access.ActorAsync();
        if (actor.IsFailure)
        {
            return actor.Failure;
        }

        var chosen = await plan.FindAgainAsync(organization, invitations);
        if (chosen.IsFailure)
        {
            return chosen.Failure;
        }

        if (await access.RefuseRolesAsync(organization, actor.Value, [.. chosen.Value.SelectMany(one => one.OrganizationRoles).Select(role => role.Id).Distinct()], AuditActions.StartImport) is { } refused)
        {
            return refused;
        }

        var import = ImportOf(organization, actor.Value, null, chosen.Value.Count);
        return await BeginAsync(organization, import, ImportPlan.ForAgain(import, chosen.Value));
    }

    public async Task<Result<IReadOnlyList<ImportSummary>>> ListAsync(OrganizationId organization, CancellationToken cancellationToken = default) =>
        await guard.DenyReadUnlessAsync(organization, OrganizationPermissions.InviteMembers, cancellationToken) is { } denied
            ? denied
            : await journal.ListAsync(organization, cancellationToken);

    public async Task<Result<ImportProgress>> GetAsync(OrganizationId organization, Guid import, ImportQuery query, CancellationToken cancellationToken = default)
    {
        if (await guard.DenyReadUnlessAsync(organization, OrganizationPermissions.InviteMembers, cancellationToken) is { } denied)
        {
            return denied;
        }

        var found = await FindAsync(organization, import, cancellationToken);
        if (found.IsFailure)
        {
            return found.Failure;
        }

        var summary = await journal.DescribeAsync(found.Value, cancellationToken);
        if (summary.IsFailure)
        {
            return summary.Failure;
        }

        var total = query.State is { } state ? summary.Value.Of(state) : summary.Value.Total;
        var page = Math.Clamp(query.Page, 1, Math.Max(1, (total + ImportQuery.PageSize - 1) / ImportQuery.PageSize));
        var rows = await journal.ListRowsAsync(import, query.State, (page - 1) * ImportQuery.PageSize, ImportQuery.PageSize, cancellationToken);
        return rows.IsFailure
            ? rows.Failure
            : new ImportProgress(summary.Value, new Page<ImportOutcome>([.. rows.Value.Select(OutcomeOf)], new PageRequest(page, ImportQuery.PageSize), total));
    }

    public async Task<Result<CsvFile>> ExportAsync(OrganizationId organization, Guid import, CancellationToken cancellationToken = default)
    {
        if (await guard.DenyReadUnlessAsync(organization, OrganizationPermissions.InviteMembers, cancellationToken) is { } denied)
        {
            return denied;
        }

        var found = await FindAsync(organization, import, cancellationToken);
        if (found.IsFailure)
        {
            return found.Failure;
        }

        var rows = await journal.ListRowsAsync(import, null, 0, ImportFile.MostLines, cancellationToken);
        return rows.IsFailure ? rows.Failure : new CsvFile($"invitations-{found.Value.StartedAt.UtcDateTime.ToString("yyyyMMdd-HHmm", CultureInfo.InvariantCulture)}.csv", Write(rows.Value));
    }

    public async Task<Result> PauseAsync(OrganizationId organization, Guid import) =>
        await guard.DenyUnlessAsync(organization, OrganizationPermissions.InviteMembers) is { } denied
            ? denied
            : await ChangeAsync(organization, import, AuditActions.PauseImport, [ImportWords.Running], ImportWords.Paused);

    public async Task<Result> ResumeAsync(OrganizationId organization, Guid import)
    {
        if (await guard.DenyUnlessAsync(organization, OrganizationPermissions.InviteMembers) is { } denied)
        {
            return denied;
        }

        var resumed = await ChangeAsync(organization, import, AuditActions.ResumeImport, [ImportWords.Paused, ImportWords.Running], ImportWords.Running);
        return resumed.IsFailure ? resumed : await TryStartAsync(import) ?? Result.Done;
    }

    public async Task<Result> CancelAsync(OrganizationId organization, Guid import) =>
        await guard.DenyUnlessAsync(organization, OrganizationPermissions.InviteMembers) is { } denied
            ? denied
            : await ChangeAsync(organization, import, AuditActions.CancelImport, [ImportWords.Running, ImportWords.Paused], ImportWords.Cancelled);

    private static byte[] Write(IReadOnlyList<InvitationImportRow> rows) => CsvText.Write(
        "line,email,result,reason,invitation_id",
        rows.Select(row => (string?[])[row.Line.ToString(CultureInfo.InvariantCulture), row.Address, row.State, row.Reason, row.InvitationId]));

    private static ImportOutcome OutcomeOf(InvitationImportRow row) => new(row.Number, row.Line, row.Address, ImportWords.RowStateOf(row.State), row.Reason);

    private InvitationImport ImportOf(OrganizationId organization, Person actor, string? fileName, int total)
    {
        var now = time.GetUtcNow();
        return new InvitationImport
        {
            Id = Guid.NewGuid(),
            OrganizationId = organization.Value,
            FileName = fileName,
            StartedById = actor.Id.Value,
            StartedByName = actor.Name,
            StartedAt = now,
            TouchedAt = now,
            Total = total,
            State = ImportWords.Running,
        };
    }

    private async Task<Result<Guid>> BeginAsync(OrganizationId organization, InvitationImport import, IReadOnlyList<InvitationImportRow> rows)
    {
        var held = await locks.HoldAsync(organization);
        if (held.IsFailure)
        {
            return held.Failure;
        }

        await using var hold = held.Value;

        // Whoever held the lock before may have taken the right away: a doubt is worth the question, which goes on record.
        if (await guard.DenyIfDoubtfulAsync(organization, OrganizationPermissions.InviteMembers) is { } lost)
        {
            return lost;
        }

        var open = await journal.HasOpenAsync(organization);
        if (open.IsFailure)
        {
            return open.Failure;
        }

        if (open.Value)
        {
            return new Refused(RefusalReasons.ImportUnderWay);
        }

        var begun = await audit.BeginAsync(ImportActs.Starting(import));
        if (begun.IsFailure)
        {
            return begun.Failure;
        }

        await using var entry = begun.Value;
        var added = await journal.AddAsync(import, rows);
        await entry.CompleteAsync(added.Failure);
        if (added.IsFailure)
        {
            return added.Failure;
        }

        // Without it the upkeep asks again: what is in the journal is done.
        await TryStartAsync(import.Id);
        events.Publish(new InvitationImportsChanged(organization));
        return import.Id;
    }

    private async Task<Result> ChangeAsync(OrganizationId organization, Guid import, string action, IReadOnlyList<string> from, string to)
    {
        var found = await FindAsync(organization, import, CancellationToken.None);
        if (found.IsFailure)
        {
            return found.Failure;
        }

        if (!from.Contains(found.Value.State))
        {
            return found.Value.State == to ? Result.Done : new Refused(RefusalReasons.ImportEnded);
        }

        var begun = await audit.BeginAsync(ImportActs.Of(action, found.Value));
        if (begun.IsFailure)
        {
            return begun.Failure;
        }

        await using var entry = begun.Value;
        var changed = await journal.ChangeAsync(import, from, to);
        var failure = changed.IsFailure ? changed.Failure : changed.Value ? null : new Refused(RefusalReasons.ImportEnded);
        await entry.CompleteAsync(failure);
        events.Publish(new InvitationImportsChanged(organization));
        return failure ?? Result.Done;
    }

    private async Task<Result<InvitationImport>> FindAsync(OrganizationId organization, Guid import, CancellationToken cancellationToken)
    {
        var found = await journal.FindAsync(import, cancellationToken);
        return found.IsFailure ? found.Failure : found.Value is { } known && known.OrganizationId == organization.Value ? known : new NotFound();
    }

    private async Task<Failure?> TryStartAsync(Guid import)
    {
        try
        {
            await work.StartAsync<ImportWork>(import.ToString("N"));
            return null;
        }
        catch (DbException)
        {
            return new Unavailable();
        }
    }
}
