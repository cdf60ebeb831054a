using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.Invitations;

/// <summary>
/// How many invitation mails an organization and a person may cause. Counted in the store, so the limits hold across nodes and
/// restarts; in whole days and hours of UTC, so a refusal can say when to try again.
/// </summary>
internal sealed partial class InvitationLimits(
    IDbContextFactory<PortalDbContext> store,
    IOptions<InvitationOptions> options,
    TimeProvider time,
    ILogger<InvitationLimits> logger)
{
    /// <summary>The organization's limit, as a failure's code.</summary>
    public const string PerOrganization = "invitations_per_organization";

    /// <summary>The person's limit, as a failure's code.</summary>
    public const string PerInviter = "invitations_per_inviter";

    /// <summary>The organization's limit for imports, as a failure's code.</summary>
    public const string PerImport = "imported_invitations";

    /// <summary>The limit of sign-ups by one link, as a failure's code.</summary>
    public const string SignUpsPerLink = "sign_ups_per_link";

    private const int MostSignUps = 10;

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>Counts up to <paramref name="wanted"/> mails, as many as the limits leave room for.</summary>
    public async Task<Result<InvitationAllowance>> ReserveAsync(OrganizationId organization, UserId inviter, int wanted)
    {
        try
        {
            await using var context = await store.CreateDbContextAsync();
            var (byOrganization, byInviter) = WindowsOf(organization, inviter);
            var room = await TakeAsync(context, byOrganization, wanted);
            var granted = await TakeAsync(context, byInviter, room);
            if (granted < room)
            {
                await GiveBackAsync(context, byOrganization, room - granted);
            }

            return new InvitationAllowance(granted, granted == wanted ? null : Reached(granted < room ? byInviter : byOrganization));
        }
        catch (DbException exception)
        {
            StoreFailed(exception);
            return new Unavailable();
        }
    }

    /// <summary>The same for mails of an import, which have a limit of their own: <see cref="InvitationOptions.ImportedPerOrganizationAndDay"/>.</summary>
    public async Task<Result<InvitationAllowance>> ReserveImportedAsync(OrganizationId organization, int wanted)
    {
        try
        {
            await using var context = await store.CreateDbContextAsync();
            var window = ImportsOf(organization);
            var granted = await TakeAsync(context, window, wanted);
            return new InvitationAllowance(granted, granted == wanted ? null : Reached(window));
        }
        catch (DbException exception)
        {
            StoreFailed(exception);
            return new Unavailable();
        }
    }

    /// <summary>Gives back what was reserved for an import and not needed.</summary>
    public async Task ReleaseImportedAsync(OrganizationId organization, int count)
    {
        if (count <= 0)
        {
            return;
        }

        try
        {
            await using var context = await store.CreateDbContextAsync();
            await GiveBackAsync(context, ImportsOf(organization), count);
        }
        catch (DbException exception)
        {
            StoreFailed(exception);
        }
    }

    /// <summary>Gives back what was reserved and not needed.</summary>
    public async Task ReleaseAsync(OrganizationId organization, UserId inviter, int count)
    {
        if (count <= 0)
        {
            return;
        }

        try
        {
            await using var context = await store.CreateDbContextAsync();
            var (byOrganization, byInviter) = WindowsOf(organization, inviter);
            await GiveBackAsync(context, byOrganization, count);
            await GiveBackAsync(context, byInviter, count);
        }
        catch (DbException exception)
        {
            StoreFailed(exception);
        }
    }

    /// <summary>Counts a sign-up by a link; why not, when it was tried too often.</summary>
    public async Task<Failure?> RefuseSignUpAsync(string hash)
    {
        try
        {
            await using var context = await store.CreateDbContextAsync();
            var window = new Window(SignUpsPerLink, $"sign-up:{hash}", Hour, MostSignUps);
            return await TakeAsync(context, window, 1) == 1 ? null : Reached(window);
        }
        catch (DbException exception)
        {
            StoreFailed(exception);
            return new Unavailable();
        }
    }

    private (Window Organization, Window Inviter) WindowsOf(OrganizationId organization, UserId inviter) =>
    (
        new Window(PerOrganization, $"invitations:{organization}", Day, options.Value.PerOrganizationAndDay),
        new Window(PerInviter, $"invitations:{organization}:{inviter}", Hour, options.Value.PerInviterAndHour)
    );

    private Window ImportsOf(OrganizationId organization) => new(PerImport, $"imports:{organization}", Day, options.Value.ImportedPerOrganizationAndDay);

    private LimitReached Reached(Window window) => new(window.Code, window.Length - TimeSpan.FromTicks(time.GetUtcNow().Ticks % window.Length.Ticks));

    private long StartOf(Window window)
    {
        var now = time.GetUtcNow();
        return now.AddTicks(-(now.Ticks % window.Length.Ticks)).ToUnixTimeMilliseconds();
    }

    // The count is compared in the statement that raises it, so that of two who count at the same moment one looks again.
    private async Task<int> TakeAsync(PortalDbContext context, Window window, int wanted)
    {
        if (window.Limit == 0 || wanted == 0)
        {
            return wanted;
        }

        while (true)
        {
            var start = StartOf(window);
            await BeginAsync(context, window, start);
            var counter = context.UsageCounters.Where(c => c.Key == window.Key && c.WindowStartMilliseconds == start);
            if (await counter.Select(c => (int?)c.Count).SingleOrDefaultAsync() is not { } used)
            {
                // Somebody has begun the next one meanwhile.
                continue;
            }

            var granted = Math.Clamp(window.Limit - used, 0, wanted);
            if (granted == 0 || await counter.Where(c => c.Count == used).ExecuteUpdateAsync(set => set.SetProperty(c => c.Count, used + granted)) == 1)
            {
                return granted;
            }
        }
    }

    private async Task GiveBackAsync(PortalDbContext context, Window window, int count)
    {
        var start = StartOf(window);
        await context.UsageCounters
            .Where(c => c.Key == window.Key && c.WindowStartMilliseconds == start && c.Count >= count)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.Count, c => c.Count - count));
    }

    private static async Task BeginAsync(PortalDbContext context, Window window, long start)
    {
        var begun = await context.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "UsageCounters" ("Key", "WindowStartMilliseconds", "Count") VALUES ({window.Key}, {start}, 0)
            ON CONFLICT ("Key", "WindowStartMilliseconds") DO NOTHING
            """);
        if (begun == 1)
        {
            await context.UsageCounters.Where(c => c.Key == window.Key && c.WindowStartMilliseconds < start).ExecuteDeleteAsync();
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The store did not count invitations.")]
    private partial void StoreFailed(Exception exception);

    private sealed record Window(string Code, string Key, TimeSpan Length, int Limit);
}
