using OrgPortal.Web.Audit;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Features.Audit;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Members;

internal sealed class MemberExportService(
    IOrganizationGuard guard, IReauthentication reauthentication, IOrganizationMembersClient members, IJoinings joinings, MembershipTerms terms, IAuditTrail audit, TimeProvider time) : IMemberExportService
{
    public async Task<Result<MemberExport>> ExportAsync(OrganizationId organization, MemberQuery query, MemberExportFormat format, CancellationToken cancellationToken = default)
    {
        if (await guard.DenyUnlessAsync(organization, OrganizationPermissions.ReadMembers) is { } denied)
        {
            return denied;
        }

        if (await reauthentication.DenyUnlessRecentAsync(organization, AuditActions.ExportMembers) is { } unproved)
        {
            return unproved;
        }

        var isCsv = format == MemberExportFormat.Csv;
        var begun = await audit.BeginAsync(new AuditAct(
            AuditActions.ExportMembers, organization, "organization", organization.Value, After: new { format = isCsv ? "csv" : "jsonl", text = query.Text, role = query.Role?.Value }));
        if (begun.IsFailure)
        {
            return begun.Failure;
        }

        var name = $"members-{organization}-{time.GetUtcNow():yyyyMMdd-HHmmss}";
        return isCsv
            ? new MemberExport($"{name}.csv", "text/csv; charset=utf-8", stream => WriteAsync(organization, query, new MemberCsvWriter(stream), stream, begun.Value, cancellationToken))
            : new MemberExport($"{name}.jsonl", "application/jsonl; charset=utf-8", stream => WriteAsync(organization, query, new MemberJsonLinesWriter(stream), stream, begun.Value, cancellationToken));
    }

    private async Task WriteAsync(OrganizationId organization, MemberQuery query, IMemberRowWriter writer, Stream stream, AuditIntent intent, CancellationToken cancellationToken)
    {
        await using var entry = intent;
        var before = new HashSet<UserId>();
        for (var number = 1; ; number++)
        {
            var page = await ReadAsync(organization, query, new PageRequest(number, PageRequest.MaxSize), cancellationToken);
            if (page.IsFailure)
            {
                await entry.CompleteAsync(page.Failure);
                // The file is half written: breaking the connection is the only way to say so.
                throw new IOException("The export was broken off, because Logto or the store did not answer.");
            }

            // Who joins meanwhile moves others to the next page: nobody stands in the file twice.
            await writer.WriteAsync([.. page.Value.Items.Where(row => !before.Contains(row.Member.Id))], cancellationToken);
            await stream.FlushAsync(cancellationToken);
            before = [.. page.Value.Items.Select(row => row.Member.Id)];
            if (page.Value.Items.Count == 0 || number * PageRequest.MaxSize >= page.Value.TotalCount)
            {
                break;
            }
        }

        await entry.CompleteAsync(null);
    }

    private async Task<Result<Page<ExportedMember>>> ReadAsync(OrganizationId organization, MemberQuery query, PageRequest request, CancellationToken cancellationToken)
    {
        var page = await members.ListAsync(organization, request, query.Text, query.Role, cancellationToken).ToResultAsync();
        if (page.IsFailure)
        {
            return page.Failure;
        }

        var ids = page.Value.Items.Select(member => member.Id).ToList();
        var joined = await joinings.ListAsync(organization, ids, cancellationToken);
        var ends = await terms.ListAsync(organization, ids, cancellationToken);
        return (joined.Failure ?? ends.Failure) is { } failure
            ? failure
            : new Page<ExportedMember>([.. page.Value.Items.Select(member => new ExportedMember(member, joined.Value.GetValueOrDefault(member.Id), ends.Value.GetValueOrDefault(member.Id)))], request, page.Value.TotalCount);
    }
}
