using Microsoft.EntityFrameworkCore;
using OrgPortal.Web.Authentication;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.Organizations;

/// <summary>Whether operators have suspended creating organizations, in the store: one row that every node reads whenever it matters.</summary>
internal sealed partial class CreationSuspensions(IDbContextFactory<PortalDbContext> store, TimeProvider time, ILogger<CreationSuspensions> logger)
{
    /// <summary>The suspension; nothing while there is none.</summary>
    public Task<Result<CreationSuspension?>> FindAsync(CancellationToken cancellationToken = default) =>
        TryAsync(context => context.CreationSuspensions.AsNoTracking().SingleOrDefaultAsync(row => row.Id == CreationSuspension.Only, cancellationToken));

    /// <summary>From now on nobody creates organizations. Again, it changes the sentence, and who said so.</summary>
    public async Task<Result> BeginAsync(Person by, string? sentence)
    {
        var begun = await TryAsync(async context =>
        {
            var row = await context.CreationSuspensions.SingleOrDefaultAsync(row => row.Id == CreationSuspension.Only);
            if (row is null)
            {
                context.Add(new CreationSuspension { Sentence = sentence, SuspendedAt = time.GetUtcNow(), SuspendedById = by.Id.Value, SuspendedByName = by.Name });
            }
            else
            {
                (row.Sentence, row.SuspendedAt, row.SuspendedById, row.SuspendedByName) = (sentence, time.GetUtcNow(), by.Id.Value, by.Name);
            }

            return await context.SaveChangesAsync();
        });
        return begun.IsFailure ? begun.Failure : Result.Done;
    }

    /// <summary>Organizations can be created again, as far as the settings let.</summary>
    public async Task<Result> EndAsync()
    {
        var ended = await TryAsync(context => context.CreationSuspensions.ExecuteDeleteAsync());
        return ended.IsFailure ? ended.Failure : Result.Done;
    }

    private Task<Result<T>> TryAsync<T>(Func<PortalDbContext, Task<T>> act) => store.TryAsync(act, StoreFailed);

    [LoggerMessage(Level = LogLevel.Error, Message = "The store did not read or write whether creating organizations is suspended.")]
    private partial void StoreFailed(Exception exception);
}
