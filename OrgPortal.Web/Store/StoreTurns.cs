using System.Collections.Concurrent;
using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;

namespace OrgPortal.Web.Store;

/// <summary>
/// One transaction at a time for all gathered writes of this process to a store, whatever they are about: SQLite lets only one in anyway, and whoever else wants to write sleeps until it
/// is over; and a record, a link and an outcome that are ready at the same moment cost one commit instead of three.
/// </summary>
#pragma warning disable CA1001 // A semaphore without a wait handle holds nothing, and this one lives as long as its store.
internal sealed class StoreTurns
#pragma warning restore CA1001
{
    // So that no transaction becomes long.
    private const int MostTogether = 64;

    private static readonly ConditionalWeakTable<IDbContextFactory<PortalDbContext>, StoreTurns> OfStores = [];

    private readonly IDbContextFactory<PortalDbContext> _store;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly ConcurrentQueue<GatheredWrite> _waiting = new();

    private StoreTurns(IDbContextFactory<PortalDbContext> store) => _store = store;

    /// <summary>Those of a store.</summary>
    public static StoreTurns Of(IDbContextFactory<PortalDbContext> store) => OfStores.GetValue(store, one => new StoreTurns(one));

    /// <summary>Writes one with what else is waiting; it is answered then.</summary>
    public async Task WriteAsync(GatheredWrite mine)
    {
        _waiting.Enqueue(mine);
        await _turn.WaitAsync();
        try
        {
            while (!mine.IsAnswered)
            {
                await WriteTogetherAsync(Next());
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Does something else within a transaction, while none of these is written.</summary>
    public async Task<T> AloneAsync<T>(Func<PortalDbContext, Task<T>> act)
    {
        await _turn.WaitAsync();
        try
        {
            await using var context = await _store.CreateDbContextAsync();
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

    private List<GatheredWrite> Next()
    {
        var next = new List<GatheredWrite>();
        while (next.Count < MostTogether && _waiting.TryDequeue(out var one))
        {
            next.Add(one);
        }

        return next;
    }

    // When one of several is not taken, each is tried alone, so that it harms no other; but never after the transaction was to be committed: what became of
    // it then nobody knows, and nothing may be written twice. Whoever waits is answered, whatever happens.
    private async Task WriteTogetherAsync(List<GatheredWrite> together)
    {
        var isCommitting = false;
        try
        {
            await using var context = await _store.CreateDbContextAsync();
            await using var transaction = await context.Database.BeginTransactionAsync();
            var answers = new List<Action>();
            foreach (var alike in together.GroupBy(one => one.Kind))
            {
                answers.Add(await alike.Key.WriteAsync(context, [.. alike]));
            }

            isCommitting = true;
            await transaction.CommitAsync();
            answers.ForEach(answer => answer());
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
}
