using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Locks;

/// <summary>
/// A lease in the store: one row per locked organization, made by whoever finds none. A holder that dies leaves a row which
/// ends by itself after <see cref="Lease"/>; acts inside are bounded well below that.
/// </summary>
internal sealed partial class OrganizationLocks(IDbContextFactory<PortalDbContext> store, TimeProvider time, ILogger<OrganizationLocks> logger) : IOrganizationLocks
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    public async Task<Result<IAsyncDisposable>> HoldAsync(OrganizationId organization)
    {
        var holder = Guid.NewGuid();
        var giveUpAt = time.GetUtcNow() + LongestWait;
        try
        {
            while (!await TryTakeAsync(organization, holder))
            {
                if (time.GetUtcNow() >= giveUpAt)
                {
                    return new Unavailable();
                }

                await Task.Delay(Pause, time);
            }

            return Result.Of<IAsyncDisposable>(new Held(this, organization, holder));
        }
        catch (DbException exception)
        {
            StoreFailed(exception);
            return new Unavailable();
        }
    }

    // One statement that every supported database executes atomically: it makes the row, or takes over one that has run out.
    private async Task<bool> TryTakeAsync(OrganizationId organization, Guid holder)
    {
        var now = time.GetUtcNow();
        await using var context = await store.CreateDbContextAsync();
        var taken = await context.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "OrganizationLocks" ("OrganizationId", "Holder", "ExpiresAtMilliseconds")
            VALUES ({organization.Value}, {holder}, {(now + Lease).ToUnixTimeMilliseconds()})
            ON CONFLICT ("OrganizationId") DO UPDATE
            SET "Holder" = excluded."Holder", "ExpiresAtMilliseconds" = excluded."ExpiresAtMilliseconds"
            WHERE "OrganizationLocks"."ExpiresAtMilliseconds" < {now.ToUnixTimeMilliseconds()}
            """);
        return taken == 1;
    }

    private async Task ReleaseAsync(OrganizationId organization, Guid holder)
    {
        try
        {
            await using var context = await store.CreateDbContextAsync();
            await context.OrganizationLocks.Where(l => l.OrganizationId == organization.Value && l.Holder == holder).ExecuteDeleteAsync();
        }
        catch (DbException exception)
        {
            // The lease ends by itself; the act that held it is done.
            StoreFailed(exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The store did not take or release a lock.")]
    private partial void StoreFailed(Exception exception);

    private sealed class Held(OrganizationLocks locks, OrganizationId organization, Guid holder) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await locks.ReleaseAsync(organization, holder);
    }
}
