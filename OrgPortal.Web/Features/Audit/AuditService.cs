using OrgPortal.Web.Audit;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Audit;

internal sealed class AuditService(IOrganizationGuard guard, AuditReader reader, IAuditTrail audit, TimeProvider time) : IAuditService
{
    public async Task<Result<AuditRows>> ListAsync(OrganizationId organization, AuditFilter filter, AuditPosition? before = null, CancellationToken cancellationToken = default)
    {
        if (await guard.DenyReadUnlessAsync(organization, OrganizationPermissions.ReadAudit, cancellationToken) is { } denied)
        {
            return denied;
        }

        return await reader.ReadAsync(organization, filter, before, IAuditService.PageSize, cancellationToken);
    }

    public async Task<Result<IReadOnlyList<AuditRow>>> ListAboutAsync(OrganizationId organization, UserId person, CancellationToken cancellationToken = default)
    {
        if (await guard.DenyReadUnlessAsync(organization, OrganizationPermissions.ReadAudit, cancellationToken) is { } denied)
        {
            return denied;
        }

        return await reader.ReadAboutAsync(organization, person, IAuditService.HistorySize, cancellationToken);
    }

    public async Task<Result<IReadOnlyList<AuditRow>>> ListLatestAsync(OrganizationId organization, CancellationToken cancellationToken = default)
    {
        if (await guard.DenyReadUnlessAsync(organization, OrganizationPermissions.ReadAudit, cancellationToken) is { } denied)
        {
            return denied;
        }

        var latest = await reader.ReadAsync(organization, new AuditFilter(), before: null, IAuditService.LatestSize, cancellationToken);
        return latest.IsFailure ? latest.Failure : Result.Of(latest.Value.Rows);
    }

    public async Task<Result<IReadOnlyList<AuditActor>>> ListActorsAsync(OrganizationId organization, CancellationToken cancellationToken = default)
    {
        if (await guard.DenyReadUnlessAsync(organization, OrganizationPermissions.ReadAudit, cancellationToken) is { } denied)
        {
            return denied;
        }

        return await reader.ListActorsAsync(organization, cancellationToken);
    }

    public async Task<Result<AuditExport>> ExportAsync(OrganizationId organization, AuditFilter filter, AuditExportFormat format, CancellationToken cancellationToken = default)
    {
        if (await guard.DenyUnlessAsync(organization, OrganizationPermissions.ReadAudit) is { } denied)
        {
            return denied;
        }

        var begun = await audit.BeginAsync(new AuditAct(AuditActions.Export, organization, "audit", After: new
        {
            format = format == AuditExportFormat.Csv ? "csv" : "jsonl",
            actor = filter.Actor?.Value,
            action = filter.Action,
            outcome = filter.Outcome,
            from = AuditFilter.Write(filter.From),
            to = AuditFilter.Write(filter.To),
            text = filter.Text,
        }));
        if (begun.IsFailure)
        {
            return begun.Failure;
        }

        var name = $"audit-{organization}-{time.GetUtcNow():yyyyMMdd-HHmmss}";
        return format == AuditExportFormat.Csv
            ? new AuditExport($"{name}.csv", "text/csv; charset=utf-8", stream => WriteAsync(stream, new AuditCsvWriter(stream)))
            : new AuditExport($"{name}.jsonl", "application/jsonl; charset=utf-8", stream => WriteAsync(stream, new AuditJsonLinesWriter(stream)));

        async Task WriteAsync(Stream stream, IAuditRowWriter writer)
        {
            await using var intent = begun.Value;
            AuditPosition? before = null;
            do
            {
                var page = await reader.ReadAsync(organization, filter, before, AuditReader.ExportSize, cancellationToken);
                if (page.IsFailure)
                {
                    await intent.CompleteAsync(page.Failure);
                    // The file is half written: breaking the connection is the only way to say so.
                    throw new IOException("The export was broken off, because the store did not answer.");
                }

                await writer.WriteAsync(page.Value.Rows, cancellationToken);
                await stream.FlushAsync(cancellationToken);
                before = page.Value.Next;
            }
            while (before is not null);

            await intent.CompleteAsync(null);
        }
    }
}
