using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace OrgPortal.Web.Store;

/// <summary>
/// Writes of one kind, in one transaction after another: what gathers while one is written is written together in the next, with what gathers of other kinds
/// (<see cref="StoreTurns"/>). Everybody goes on when theirs is committed, as if they had written alone; a commit costs the disk what it costs, however much is in it.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="write">Writes several, within a transaction, and answers for each, in their order.</param>
internal sealed class GatheredWrites<TItem, TResult>(IDbContextFactory<PortalDbContext> store, Func<PortalDbContext, IReadOnlyList<TItem>, Task<IReadOnlyList<TResult>>> write) : IGatheredKind
{
    private readonly StoreTurns _turns = StoreTurns.Of(store);

    /// <summary>Writes one.</summary>
    /// <exception cref="DbException">The store does not take it.</exception>
    /// <exception cref="DbUpdateException">The store does not take it.</exception>
    /// <exception cref="InvalidOperationException">It cannot be written.</exception>
    public async Task<TResult> WriteAsync(TItem item)
    {
        var mine = new Waiting(this, item);
        await _turns.WriteAsync(mine);
        return await mine.Result;
    }

    /// <summary>Does something else within a transaction, while none of these is written.</summary>
    public Task<T> AloneAsync<T>(Func<PortalDbContext, Task<T>> act) => _turns.AloneAsync(act);

    /// <inheritdoc />
    public async Task<Action> WriteAsync(PortalDbContext context, IReadOnlyList<GatheredWrite> together)
    {
        var mine = together.Cast<Waiting>().ToList();
        var results = await write(context, mine.ConvertAll(one => one.Item));
        return () =>
        {
            foreach (var (one, result) in mine.Zip(results))
            {
                one.Written(result);
            }
        };
    }

    private sealed class Waiting(IGatheredKind kind, TItem item) : GatheredWrite(kind)
    {
        private readonly TaskCompletionSource<TResult> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TItem Item => item;

        public Task<TResult> Result => _result.Task;

        public override bool IsAnswered => _result.Task.IsCompleted;

        public void Written(TResult result) => _result.TrySetResult(result);

        public override void Failed(Exception exception) => _result.TrySetException(exception);
    }
}
