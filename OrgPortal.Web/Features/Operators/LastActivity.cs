using Microsoft.EntityFrameworkCore;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.Operators;

/// <summary>When something was last done in organizations, out of the audit trail.</summary>
internal sealed partial class LastActivity(IDbContextFactory<PortalDbContext> store, ILogger<LastActivity> logger)
{
    /// <summary>The newest record of each, in one query; organizations without one are left out.</summary>
    /// <param name="organizations">A page of them.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<Result<IReadOnlyDictionary<OrganizationId, DateTimeOffset>>> FindAsync(IReadOnlyCollection<OrganizationId> organizations, CancellationToken cancellationToken)
    {
        if (organizations.Count == 0)
        {
            return Result.Of<IReadOnlyDictionary<OrganizationId, DateTimeOffset>>(new Dictionary<OrganizationId, DateTimeOffset>());
        }

        var found = await store.TryAsync(context => Newest(context, organizations).ToListAsync(cancellationToken), StoreFailed);
        return found.IsFailure
            ? found.Failure
            : Result.Of<IReadOnlyDictionary<OrganizationId, DateTimeOffset>>(found.Value.ToDictionary(act => OrganizationId.Parse(act.Organization, null), act => act.At));
    }

    /// <summary>
    /// One look at the end of the index for each organization, joined to one statement. A maximum over a group would read every record of a busy organization.
    /// </summary>
    internal static IQueryable<Act> Newest(PortalDbContext context, IEnumerable<OrganizationId> organizations) =>
        organizations.Select(one => Newest(context, one.Value)).Aggregate((all, next) => all.Concat(next));

    private static IQueryable<Act> Newest(PortalDbContext context, string organization) => context.AuditRecords.AsNoTracking()
        .Where(record => record.OrganizationId == organization)
        .OrderByDescending(record => record.At).ThenByDescending(record => record.Sequence)
        .Take(1)
        .Select(record => new Act { Organization = record.OrganizationId!, At = record.At });

    [LoggerMessage(Level = LogLevel.Error, Message = "The store did not say when something was last done in organizations.")]
    private partial void StoreFailed(Exception exception);

    /// <summary>A record, as far as it matters here.</summary>
    internal sealed class Act
    {
        public required string Organization { get; init; }

        public required DateTimeOffset At { get; init; }
    }
}
