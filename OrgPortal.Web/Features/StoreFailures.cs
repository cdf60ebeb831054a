using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features;

/// <summary>Turns a store that does not answer into <see cref="Unavailable"/>, as <see cref="LogtoFailures"/> does for Logto. Whoever asks says in the log what about.</summary>
internal static class StoreFailures
{
    /// <summary>What was read or written, over a connection of its own.</summary>
    /// <param name="store">The store.</param>
    /// <param name="act">What to do in it.</param>
    /// <param name="failed">Logs what failed.</param>
    public static Task<Result<T>> TryAsync<T>(this IDbContextFactory<PortalDbContext> store, Func<PortalDbContext, Task<T>> act, Action<Exception> failed) => TryAsync(
        async () =>
        {
            await using var context = await store.CreateDbContextAsync();
            return await act(context);
        },
        failed);

    /// <inheritdoc cref="TryAsync{T}(IDbContextFactory{PortalDbContext}, Func{PortalDbContext, Task{T}}, Action{Exception})" />
    public static async Task<Result<T>> TryAsync<T>(Func<Task<T>> act, Action<Exception> failed)
    {
        try
        {
            return Result.Of(await act());
        }
        catch (Exception exception) when (exception is DbException or DbUpdateException)
        {
            failed(exception);
            return new Unavailable();
        }
    }
}
