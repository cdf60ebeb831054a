using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Events;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Notices;

internal sealed partial class NoticeBoard(
    IDbContextFactory<PortalDbContext> store, IAdministrators administrators, ITenantEvents events, TimeProvider time, ILogger<NoticeBoard> logger) : INotices
{
    /// <summary>How many notices of one person are kept.</summary>
    public const int MostKept = 200;

    private const int MostAdministrators = 50;

    public async Task TellAsync(IReadOnlyCollection<UserId> people, Notice notice)
    {
        try
        {
            await using var context = await store.CreateDbContextAsync();
            foreach (var person in people.Distinct())
            {
                await KeepAsync(context, person, notice);
            }
        }
        catch (Exception exception) when (exception is DbException or DbUpdateException or InvalidOperationException)
        {
            StoreFailed(exception, notice.Kind);
        }
    }

    public async Task<IReadOnlyList<UserId>> TellAdministratorsAsync(Notice notice, IReadOnlyCollection<UserId>? except = null)
    {
        var found = await administrators.ListAsync(notice.Organization, MostAdministrators);
        if (found.IsFailure)
        {
            NobodyFound(notice.Kind, found.Failure.Code);
            return [];
        }

        UserId[] people = [.. found.Value.Select(member => member.Id).Where(person => except?.Contains(person) is not true)];
        await TellAsync(people, notice);
        return people;
    }

    private async Task KeepAsync(PortalDbContext context, UserId person, Notice notice)
    {
        var at = time.GetUtcNow().ToUnixTimeMilliseconds();

        // One statement that every supported database executes atomically: whoever was told once is not told again.
        var told = await context.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "Notices" ("RecipientId", "OrganizationId", "Kind", "Facts", "Once", "At")
            VALUES ({person.Value}, {notice.Organization.Value}, {notice.Kind}, {notice.Facts.ToJson()}, {notice.Once}, {at})
            ON CONFLICT ("RecipientId", "Once") DO NOTHING
            """);
        if (told == 0)
        {
            return;
        }

        await DropOldestAsync(context, person);
        events.Publish(new NoticesChanged(person));
    }

    private static async Task DropOldestAsync(PortalDbContext context, UserId person)
    {
        var mine = context.Notices.Where(notice => notice.RecipientId == person.Value);
        if (await mine.OrderByDescending(notice => notice.Id).Skip(MostKept).Select(notice => (long?)notice.Id).FirstOrDefaultAsync() is { } last)
        {
            await mine.Where(notice => notice.Id <= last).ExecuteDeleteAsync();
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "People could not be told of {Event}: the store did not take it.")]
    private partial void StoreFailed(Exception exception, string @event);

    [LoggerMessage(Level = LogLevel.Warning, Message = "No administrator could be told of {Event}: Logto did not say who they are ({Reason}).")]
    private partial void NobodyFound(string @event, string reason);
}
