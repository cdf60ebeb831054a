using Microsoft.EntityFrameworkCore;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.Machines;

/// <summary>Which application is whose. Written before Logto is asked to make one, and removed after Logto has deleted it.</summary>
internal sealed partial class MachineStore(IDbContextFactory<PortalDbContext> store, ILogger<MachineStore> logger)
{
    /// <summary>An organization's machines, by name.</summary>
    public Task<Result<List<OrganizationMachine>>> ListAsync(OrganizationId organization, CancellationToken cancellationToken = default) => TryAsync(context =>
        context.OrganizationMachines.AsNoTracking().Where(m => m.OrganizationId == organization.Value).OrderBy(m => m.Name).ThenBy(m => m.CreatedAt).ToListAsync(cancellationToken));

    /// <summary>One of an organization's machines; <see cref="NotFound"/> for one of another.</summary>
    public async Task<Result<OrganizationMachine>> FindAsync(OrganizationId organization, Guid machine, CancellationToken cancellationToken = default)
    {
        var found = await TryAsync(context => context.OrganizationMachines.AsNoTracking().SingleOrDefaultAsync(m => m.Id == machine && m.OrganizationId == organization.Value, cancellationToken));
        return found switch
        {
            { IsFailure: true } => found.Failure,
            { Value: null } => new NotFound(),
            _ => found.Value,
        };
    }

    /// <summary>Those whose making or deletion was broken off, or has to be tried again, the oldest first.</summary>
    public Task<Result<List<OrganizationMachine>>> ListUnfinishedAsync(DateTimeOffset before, int most, CancellationToken cancellationToken) => TryAsync(context =>
        context.OrganizationMachines.AsNoTracking()
            .Where(m => (m.State == MachineStates.Making || m.State == MachineStates.Ending) && m.ChangedAt <= before)
            .OrderBy(m => m.ChangedAt).Take(most).ToListAsync(cancellationToken));

    /// <summary>Those that it is time to look at, the longest due first.</summary>
    public Task<Result<List<OrganizationMachine>>> ListDueAsync(DateTimeOffset now, int most, CancellationToken cancellationToken) => TryAsync(context =>
        context.OrganizationMachines.AsNoTracking()
            .Where(m => (m.State == MachineStates.Active || m.State == MachineStates.Off) && m.NextLookAt <= now)
            .OrderBy(m => m.NextLookAt).Take(most).ToListAsync(cancellationToken));

    /// <summary>A new one.</summary>
    public async Task<Result> AddAsync(OrganizationMachine machine) => Plain(await TryAsync(context =>
    {
        context.Add(machine);
        return context.SaveChangesAsync();
    }));

    /// <summary>Writes down what changed.</summary>
    public async Task<Result> SaveAsync(OrganizationMachine machine) => Plain(await TryAsync(context =>
    {
        context.Update(machine);
        return context.SaveChangesAsync();
    }));

    /// <summary>Forgets one: its application is gone.</summary>
    public async Task<Result> RemoveAsync(Guid machine) => Plain(await TryAsync(context => context.OrganizationMachines.Where(m => m.Id == machine).ExecuteDeleteAsync()));

    private static Result Plain(Result<int> done) => done.IsFailure ? done.Failure : Result.Done;

    private Task<Result<T>> TryAsync<T>(Func<PortalDbContext, Task<T>> act) => store.TryAsync(act, StoreFailed);

    [LoggerMessage(Level = LogLevel.Error, Message = "The store did not answer about machines.")]
    private partial void StoreFailed(Exception exception);
}
