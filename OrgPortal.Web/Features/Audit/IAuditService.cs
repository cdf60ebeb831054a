using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Audit;

/// <summary>The audit trail of an organization, for those who hold <c>audit.read</c>.</summary>
public interface IAuditService
{
    /// <summary>Records a page holds.</summary>
    const int PageSize = 50;

    /// <summary>What a filter finds, newest first. Where only few match, at most some thousand records are looked at; the answer then goes on behind them.</summary>
    Task<Result<AuditRows>> ListAsync(OrganizationId organization, AuditFilter filter, AuditPosition? before = null, CancellationToken cancellationToken = default);

    /// <summary>Acts that <see cref="ListAboutAsync"/> answers at most.</summary>
    const int HistorySize = 10;

    /// <summary>The last acts by a person, and by others on the person's membership, newest first; at most <see cref="HistorySize"/>. Also for somebody who is no member any more.</summary>
    Task<Result<IReadOnlyList<AuditRow>>> ListAboutAsync(OrganizationId organization, UserId person, CancellationToken cancellationToken = default);

    /// <summary>Acts that <see cref="ListLatestAsync"/> answers at most.</summary>
    const int LatestSize = 5;

    /// <summary>The last acts of all, newest first; at most <see cref="LatestSize"/>.</summary>
    Task<Result<IReadOnlyList<AuditRow>>> ListLatestAsync(OrganizationId organization, CancellationToken cancellationToken = default);

    /// <summary>Who did something lately, by name.</summary>
    Task<Result<IReadOnlyList<AuditActor>>> ListActorsAsync(OrganizationId organization, CancellationToken cancellationToken = default);

    /// <summary>Everything that a filter finds, as a file. Goes on record itself.</summary>
    /// <returns>The file to be written, or why not: <see cref="Unavailable"/> when it cannot go on record.</returns>
    Task<Result<AuditExport>> ExportAsync(OrganizationId organization, AuditFilter filter, AuditExportFormat format, CancellationToken cancellationToken = default);
}
