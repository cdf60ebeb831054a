using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.Members;

/// <summary>Counts what people ask for: each permission once a day (UTC), across nodes and restarts.</summary>
internal sealed partial class PermissionAsks(IDbContextFactory<PortalDbContext> store, TimeProvider time, ILogger<PermissionAsks> logger)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary><see cref="LimitReached"/> when this was asked today already; else it counts as asked.</summary>
    public async Task<Failure?> TakeAsync(OrganizationId organization, UserId person, PermissionKey permission)
    {
        var now = time.GetUtcNow();
        var today = Start(now);
        var key = KeyOf(organization, person, permission);
        try
        {
            await using var context = await store.CreateDbContextAsync();
            var taken = await context.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO "UsageCounters" ("Key", "WindowStartMilliseconds", "Count") VALUES ({key}, {today}, 1)
                ON CONFLICT ("Key", "WindowStartMilliseconds") DO NOTHING
                """);
            if (taken == 0)
            {
                return new LimitReached("permission_asks", Day - TimeSpan.FromTicks(now.Ticks % Day.Ticks));
            }

            await context.UsageCounters.Where(counter => counter.Key == key && counter.WindowStartMilliseconds < today).ExecuteDeleteAsync();
            return null;
        }
        catch (DbException exception)
        {
            StoreFailed(exception);
            return new Unavailable();
        }
    }

    /// <summary>It was not asked after all: it may be tried again.</summary>
    public async Task GiveBackAsync(OrganizationId organization, UserId person, PermissionKey permission)
    {
        var (key, today) = (KeyOf(organization, person, permission), Start(time.GetUtcNow()));
        try
        {
            await using var context = await store.CreateDbContextAsync();
            await context.UsageCounters.Where(counter => counter.Key == key && counter.WindowStartMilliseconds == today).ExecuteDeleteAsync();
        }
        catch (DbException exception)
        {
            StoreFailed(exception);
        }
    }

    private static string KeyOf(OrganizationId organization, UserId person, PermissionKey permission) => $"ask:{organization}:{person}:{permission.Value}";

    private static long Start(DateTimeOffset now) => now.AddTicks(-(now.Ticks % Day.Ticks)).ToUnixTimeMilliseconds();

    [LoggerMessage(Level = LogLevel.Error, Message = "The store did not count who asks for a permission.")]
    private partial void StoreFailed(Exception exception);
}
