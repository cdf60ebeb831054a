using Microsoft.EntityFrameworkCore;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.EnterpriseSignIn;

/// <summary>Which connector is whose. Written before Logto is asked to make one, and removed after Logto has deleted it.</summary>
internal sealed partial class ConnectionStore(IDbContextFactory<PortalDbContext> store, ILogger<ConnectionStore> logger)
{
    /// <summary>An organization's connections, by name.</summary>
    public Task<Result<List<OrganizationConnector>>> ListAsync(OrganizationId organization, CancellationToken cancellationToken = default) => TryAsync(context =>
        context.OrganizationConnectors.AsNoTracking().Where(c => c.OrganizationId == organization.Value).OrderBy(c => c.Name).ThenBy(c => c.CreatedAt).ToListAsync(cancellationToken));

    /// <summary>One of an organization's connections; <see cref="NotFound"/> for one of another.</summary>
    public async Task<Result<OrganizationConnector>> FindAsync(OrganizationId organization, Guid connection, CancellationToken cancellationToken = default)
    {
        var found = await TryAsync(context => context.OrganizationConnectors.AsNoTracking().SingleOrDefaultAsync(c => c.Id == connection && c.OrganizationId == organization.Value, cancellationToken));
        return found switch
        {
            { IsFailure: true } => found.Failure,
            { Value: null } => new NotFound(),
            _ => found.Value,
        };
    }

    /// <summary>Those whose making or deletion was broken off, or whose set-up nobody has gone on with, the oldest first.</summary>
    public Task<Result<List<OrganizationConnector>>> ListUnfinishedAsync(DateTimeOffset brokenBefore, DateTimeOffset abandonedBefore, int most, CancellationToken cancellationToken) => TryAsync(context =>
        context.OrganizationConnectors.AsNoTracking()
            .Where(c => ((c.State == ConnectionStates.Making || c.State == ConnectionStates.Ending) && c.ChangedAt <= brokenBefore) || (c.State == ConnectionStates.Draft && c.ChangedAt <= abandonedBefore))
            .OrderBy(c => c.ChangedAt).Take(most).ToListAsync(cancellationToken));

    /// <summary>Those that it is time to look at, the longest due first.</summary>
    public Task<Result<List<OrganizationConnector>>> ListDueAsync(DateTimeOffset now, int most, CancellationToken cancellationToken) => TryAsync(context =>
        context.OrganizationConnectors.AsNoTracking()
            .Where(c => (c.State == ConnectionStates.Active || c.State == ConnectionStates.Draft) && c.NextLookAt <= now)
            .OrderBy(c => c.NextLookAt).Take(most).ToListAsync(cancellationToken));

    /// <summary>A new one.</summary>
    public async Task<Result> AddAsync(OrganizationConnector connection) => Plain(await TryAsync(context =>
    {
        context.Add(connection);
        return context.SaveChangesAsync();
    }));

    /// <summary>Writes down what changed.</summary>
    public async Task<Result> SaveAsync(OrganizationConnector connection) => Plain(await TryAsync(context =>
    {
        context.Update(connection);
        return context.SaveChangesAsync();
    }));

    /// <summary>Forgets one: its connector is gone.</summary>
    public async Task<Result> RemoveAsync(Guid connection) => Plain(await TryAsync(context => context.OrganizationConnectors.Where(c => c.Id == connection).ExecuteDeleteAsync()));

    private static Result Plain(Result<int> done) => done.IsFailure ? done.Failure : Result.Done;

    private Task<Result<T>> TryAsync<T>(Func<PortalDbContext, Task<T>> act) => store.TryAsync(act, StoreFailed);

    [LoggerMessage(Level = LogLevel.Error, Message = "The store did not answer about connections to identity providers.")]
    private partial void StoreFailed(Exception exception);
}
