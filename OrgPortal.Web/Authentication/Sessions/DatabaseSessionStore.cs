using Microsoft.EntityFrameworkCore;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Authentication.Sessions;

/// <summary>Keeps sessions in the portal's database: they outlive a restart, and every node sees them.</summary>
internal sealed class DatabaseSessionStore(IDbContextFactory<PortalDbContext> store, TimeProvider time) : ISessionStore
{
    public async Task AddAsync(StoredSession session)
    {
        await using var context = await store.CreateDbContextAsync();
        context.Add(new SessionEntry
        {
            Id = session.Key,
            UserId = session.User.Value,
            LogtoSessionId = session.LogtoSessionId,
            Ticket = session.Content.ToArray(),
            ExpiresAt = session.ExpiresAt,
        });
        await context.SaveChangesAsync();
    }

    public async Task<StoredSession?> FindAsync(string key, CancellationToken cancellationToken = default)
    {
        await using var context = await store.CreateDbContextAsync(cancellationToken);
        return await Living(context).FirstOrDefaultAsync(entry => entry.Id == key, cancellationToken) is { } entry && UserId.TryParse(entry.UserId, null, out var user)
            ? new StoredSession(entry.Id, user, entry.LogtoSessionId, entry.Ticket, entry.ExpiresAt)
            : null;
    }

    public async Task<IReadOnlySet<string>> FindLivingAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken = default)
    {
        await using var context = await store.CreateDbContextAsync(cancellationToken);
        var living = await Living(context).Where(entry => keys.Contains(entry.Id)).Select(entry => entry.Id).ToListAsync(cancellationToken);
        return living.ToHashSet(StringComparer.Ordinal);
    }

    public async Task<IReadOnlyList<(string Key, string? LogtoSessionId)>> FindByUserAsync(UserId user, CancellationToken cancellationToken = default)
    {
        await using var context = await store.CreateDbContextAsync(cancellationToken);
        var found = await context.Sessions.Where(entry => entry.UserId == user.Value).Select(entry => new { entry.Id, entry.LogtoSessionId }).ToListAsync(cancellationToken);
        return [.. found.Select(entry => (entry.Id, entry.LogtoSessionId))];
    }

    public async Task<IReadOnlyList<string>> FindByLogtoSessionAsync(string logtoSessionId, CancellationToken cancellationToken = default)
    {
        await using var context = await store.CreateDbContextAsync(cancellationToken);
        return await context.Sessions.Where(entry => entry.LogtoSessionId == logtoSessionId).Select(entry => entry.Id).ToListAsync(cancellationToken);
    }

    public async Task<bool> ReplaceContentAsync(string key, ReadOnlyMemory<byte> content)
    {
        var bytes = content.ToArray();
        await using var context = await store.CreateDbContextAsync();
        return await Living(context).Where(entry => entry.Id == key).ExecuteUpdateAsync(set => set.SetProperty(entry => entry.Ticket, bytes)) > 0;
    }

    public async Task ExtendAsync(string key, DateTimeOffset expiresAt)
    {
        await using var context = await store.CreateDbContextAsync();
        await Living(context).Where(entry => entry.Id == key).ExecuteUpdateAsync(set => set.SetProperty(entry => entry.ExpiresAt, expiresAt));
    }

    public async Task<bool> RemoveAsync(string key)
    {
        await using var context = await store.CreateDbContextAsync();
        return await context.Sessions.Where(entry => entry.Id == key).ExecuteDeleteAsync() > 0;
    }

    public async Task RemoveExpiredAsync(CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow();
        await using var context = await store.CreateDbContextAsync(cancellationToken);
        await context.Sessions.Where(entry => entry.ExpiresAt <= now).ExecuteDeleteAsync(cancellationToken);
    }

    private IQueryable<SessionEntry> Living(PortalDbContext context)
    {
        var now = time.GetUtcNow();
        return context.Sessions.AsNoTracking().Where(entry => entry.ExpiresAt > now);
    }
}
