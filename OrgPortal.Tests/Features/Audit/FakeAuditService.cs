using OrgPortal.Web.Features.Audit;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Tests.Features.Audit;

/// <summary>An audit log with the rows that a test puts into it.</summary>
internal sealed class FakeAuditService : IAuditService
{
    public IReadOnlyList<AuditRow> Rows { get; set; } = [];

    public Failure? Failure { get; set; }

    public List<(AuditFilter Filter, AuditPosition? Before)> Asked { get; } = [];

    /// <summary>How often somebody's history was asked for.</summary>
    public int AskedAbout { get; private set; }

    public Task<Result<AuditRows>> ListAsync(OrganizationId organization, AuditFilter filter, AuditPosition? before = null, CancellationToken cancellationToken = default)
    {
        Asked.Add((filter, before));
        return Task.FromResult(Failure is null ? Result.Of(new AuditRows(Rows, null)) : Failure);
    }

    public Task<Result<IReadOnlyList<AuditRow>>> ListAboutAsync(OrganizationId organization, UserId person, CancellationToken cancellationToken = default)
    {
        AskedAbout++;
        return Task.FromResult(Failure is null ? Result.Of(Rows) : Failure);
    }

    public Task<Result<IReadOnlyList<AuditRow>>> ListLatestAsync(OrganizationId organization, CancellationToken cancellationToken = default) =>
        Task.FromResult(Failure is null ? Result.Of(Rows) : Failure);

    public Task<Result<IReadOnlyList<AuditActor>>> ListActorsAsync(OrganizationId organization, CancellationToken cancellationToken = default) =>
        Task.FromResult(Result.Of<IReadOnlyList<AuditActor>>([]));

    public Task<Result<AuditExport>> ExportAsync(OrganizationId organization, AuditFilter filter, AuditExportFormat format, CancellationToken cancellationToken = default) =>
        Task.FromResult<Result<AuditExport>>(new Unavailable());
}
