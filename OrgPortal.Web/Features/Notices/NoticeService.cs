using Microsoft.EntityFrameworkCore;
using OrgPortal.Web.Authentication;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Events;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Notices;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.Notices;

internal sealed class NoticeService(
    IOrganizationGuard guard, ICurrentUser currentUser, IUsersClient users, IDbContextFactory<PortalDbContext> store, ITenantEvents events, TimeProvider time) : INoticeService
{
    public async Task<Result<int>> CountUnreadAsync(CancellationToken cancellationToken = default)
    {
        if (await guard.DenyUnlessSignedInAsync(cancellationToken) is { } denied)
        {
            return denied;
        }

        var me = (await currentUser.GetAsync())!.Id;
        await using var context = await store.CreateDbContextAsync(cancellationToken);
        return await Of(context, me).CountAsync(notice => notice.ReadAt == null, cancellationToken);
    }

    public async Task<Result<NoticeList>> ListAsync(int page, CancellationToken cancellationToken = default)
    {
        if (await guard.DenyUnlessSignedInAsync(cancellationToken) is { } denied)
        {
            return denied;
        }

        var me = (await currentUser.GetAsync())!.Id;
        var mine = await users.ListOrganizationsAsync(me, cancellationToken).ToResultAsync();
        if (mine.IsFailure)
        {
            return mine.Failure;
        }

        await using var context = await store.CreateDbContextAsync(cancellationToken);
        string[] organizations = [.. mine.Value.Select(organization => organization.Id.Value)];
        var outsiders = NoticeKinds.ForOutsiders;
        await PutAwayAsync(context, me, organizations);
        var visible = Of(context, me).Where(notice => organizations.Contains(notice.OrganizationId) || outsiders.Contains(notice.Kind));
        var number = Math.Max(1, page);
        var rows = await visible.OrderByDescending(notice => notice.Id).Skip((number - 1) * NoticeList.PageSize).Take(NoticeList.PageSize).ToListAsync(cancellationToken);
        return new NoticeList(
            number,
            [.. rows.Select(notice => ToRow(notice, me, mine.Value)).OfType<NoticeRow>()],
            await visible.CountAsync(cancellationToken),
            await visible.CountAsync(notice => notice.ReadAt == null, cancellationToken));
    }

    public async Task<Result> MarkReadAsync(long notice)
    {
        if (await guard.DenyUnlessSignedInAsync() is { } denied)
        {
            return denied;
        }

        await MarkAsync((await currentUser.GetAsync())!.Id, notice);
        return Result.Done;
    }

    public async Task<Result> MarkAllReadAsync()
    {
        if (await guard.DenyUnlessSignedInAsync() is { } denied)
        {
            return denied;
        }

        await MarkAsync((await currentUser.GetAsync())!.Id, null);
        return Result.Done;
    }

    private async Task MarkAsync(UserId me, long? only)
    {
        var now = time.GetUtcNow();
        await using var context = await store.CreateDbContextAsync();
        var marked = await Of(context, me).Where(notice => notice.ReadAt == null && (only == null || notice.Id == only))
            .ExecuteUpdateAsync(set => set.SetProperty(notice => notice.ReadAt, now));
        if (marked > 0)
        {
            // The person's other pages show it too.
            events.Publish(new NoticesChanged(me));
        }
    }

    // What nobody can see any more must not keep the bell counting; it comes back, as read, with the membership.
    private async Task PutAwayAsync(PortalDbContext context, UserId me, string[] organizations)
    {
        var now = time.GetUtcNow();
        var outsiders = NoticeKinds.ForOutsiders;
        await Of(context, me).Where(notice => notice.ReadAt == null && !organizations.Contains(notice.OrganizationId) && !outsiders.Contains(notice.Kind))
            .ExecuteUpdateAsync(set => set.SetProperty(notice => notice.ReadAt, now));
    }

    private static IQueryable<NoticeEntry> Of(PortalDbContext context, UserId person) => context.Notices.AsNoTracking().Where(notice => notice.RecipientId == person.Value);

    private static NoticeRow? ToRow(NoticeEntry entry, UserId me, IReadOnlyList<UserOrganization> mine)
    {
        if (!OrganizationId.TryParse(entry.OrganizationId, null, out var organization))
        {
            return null;
        }

        var facts = NoticeFacts.Read(entry.Facts);
        var known = mine.FirstOrDefault(one => one.Id == organization);
        return new NoticeRow(
            entry.Id,
            entry.Kind,
            organization,
            known?.Name ?? facts.OrganizationName,
            facts,
            entry.At,
            entry.ReadAt is not null,
            known is null ? null : NoticePaths.Of(entry.Kind, organization, facts),
            facts.PersonId == me.Value);
    }
}
