using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace OrgPortal.Web.Store;

/// <summary>
/// Writes of one kind, one transaction after another: what gathers while one is written is written together in the next. Everybody goes on when theirs is
/// committed, as if they had written alone; a commit costs the disk what it costs, however much is in it.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="write">Writes several, within a transaction, and answers for each, in their order.</param>
internal sealed class GatheredWrites<TItem, TResult>(IDbContextFactory<PortalDbContext> store, Func<PortalDbContext, IReadOnlyList<TItem>, Task<IReadOnlyList<TResult>>> write) : IDisposable
{
    // So that no transaction becomes long.
    private const int MostTogether = 64;

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly ConcurrentQueue<Waiting> _waiting = new();

    /// <summary>Writes one.</summary>
    /// <exception cref="DbException">The store does not take it.</exception>
    /// <exception cref="DbUpdateException">The store does not take it.</exception>
    /// <exception cref="InvalidOperationException">It cannot be written.</exception>
    public async Task<TResult> WriteAsync(TItem item)
    {
        var mine = new Waiting(item);
        _waiting.Enqueue(mine);
        await _turn.WaitAsync();
        try
        {
            while (!mine.Result.IsCompleted)
            {
                await WriteTogetherAsync(Next());
            }
        }
        finally
        {
            _turn.Release();
        }

        return await mine.Result;
    }

    /// <summary>Does something else within a transaction, while none of these is written.</summary>
    public async Task<T> AloneAsync<T>(Func<PortalDbContext, Task<T>> act)
    {
        await _turn.WaitAsync();
        try
        {
            await using var context = await store.CreateDbContextAsync();
            await using var transaction = await context.Database.BeginTransactionAsync();
            var result = await act(context);
            await transaction.CommitAsync();
            return result;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => _turn.Dispose();

    private List<Waiting> Next()
    {
        var next = new List<Waiting>();
        while (next.Count < MostTogether && _waiting.TryDequeue(out var one))
        {
            next.Add(one);
        }

        return next;
    }

    // When one of several is not taken, each is tried alone, so that it harms no other; but never after the transaction was to be committed: what became of
    // it then nobody knows, and nothing may be written twice. Whoever waits is answered, whatever happens.
    private async Task WriteTogetherAsync(List<Waiting> together)
    {
        var isCommitting = false;
        try
        {
            await using var context = await store.CreateDbContextAsync();
            await using var transaction = await context.Database.BeginTransactionAsync();
            var results = await write(context, [.. together.Select(one => one.Item)]);
            isCommitting = true;
            await transaction.CommitAsync();
            foreach (var (one, result) in together.Zip(results))
            {
                one.Written(result);
            }
        }
        catch (Exception exception) when (exception is DbUpdateException or DbException or InvalidOperationException)
        {
            if (isCommitting || together.Count == 1)
            {
                together.ForEach(one => one.Failed(exception));
                return;
            }

            foreach (var one in together)
            {
                await WriteTogetherAsync([one]);
            }
        }
        finally
        {
            together.ForEach(one => one.Failed(new InvalidOperationException("It was not written.")));
        }
    }

    private sealed class Waiting(TItem item)
    {
        private readonly TaskCompletionSource<TResult> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TItem Item => item;

        public Task<TResult> Result => _result.Task;

        public void Written(TResult result) => _result.TrySetResult(result);

        public void Failed(Exception exception) => _result.TrySetException(exception);
    }
}
