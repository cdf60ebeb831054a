using Microsoft.EntityFrameworkCore;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.Organizations;

/// <summary>What the portal remembers of creations: makes trying again safe, counts towards the limit, and tells after a crash what is half done.</summary>
internal sealed partial class CreationJournal(IDbContextFactory<PortalDbContext> store, TimeProvider time, ILogger<CreationJournal> logger)
{
    /// <summary>A creation that is older than this and has not ended was broken off: its three calls are bounded well below it.</summary>
    public static readonly TimeSpan BrokenOffAfter = TimeSpan.FromMinutes(2);

    private const string RevokedLink = "revoked";
    private const string EndedRequest = "gone";
    private const string LeftInLogto = "ending";

    /// <summary>An earlier try with the same request, or nothing.</summary>
    public Task<Result<CreatedOrganization?>> FindAsync(UserId creator, Guid requestId) =>
        TryAsync(async context => await context.CreatedOrganizations.FindAsync(creator.Value, requestId));

    /// <summary>How many organizations the person has created that still stand, as far as the portal knows.</summary>
    public Task<Result<int>> CountAsync(UserId creator) =>
        TryAsync(context => context.CreatedOrganizations.CountAsync(c => c.UserId == creator.Value && c.State == CreationStates.Done));

    /// <summary>A first try, or the next one after what the last had left is gone.</summary>
    public Task<Result<CreatedOrganization>> BeginAsync(UserId creator, Guid requestId, string name) => TryAsync(async context =>
    {
        var now = time.GetUtcNow();
        var row = await context.CreatedOrganizations.FindAsync(creator.Value, requestId);
        if (row is null)
        {
            row = new CreatedOrganization { RequestId = requestId, UserId = creator.Value, State = CreationStates.Begun, CreatedAt = now };
            context.Add(row);
        }

        (row.State, row.Name, row.OrganizationId, row.CreatedAt) = (CreationStates.Begun, name, null, now);
        await context.SaveChangesAsync();
        return row;
    });

    /// <summary>Writes down how far the creation has come.</summary>
    /// <returns>Whether the store took it.</returns>
    public async Task<bool> NoteAsync(CreatedOrganization row, string state)
    {
        row.State = state;
        row.Name = state is CreationStates.Begun or CreationStates.Lost ? row.Name : null;
        var noted = await TryAsync(async context =>
        {
            context.Update(row);
            return await context.SaveChangesAsync();
        });
        return !noted.IsFailure;
    }

    /// <summary>Whether something of the creation may be left in Logto.</summary>
    public static bool IsUnfinished(CreatedOrganization row) => row.State is CreationStates.Begun or CreationStates.Lost or CreationStates.Created;

    /// <summary>Whether the creation was broken off.</summary>
    public bool IsBrokenOff(CreatedOrganization row) => IsUnfinished(row) && row.CreatedAt < time.GetUtcNow() - BrokenOffAfter;

    /// <summary>Creations that were broken off, oldest first.</summary>
    public async Task<IReadOnlyList<CreatedOrganization>> ListBrokenOffAsync(CancellationToken cancellationToken)
    {
        var before = time.GetUtcNow() - BrokenOffAfter;
        var found = await TryAsync(context => context.CreatedOrganizations.AsNoTracking()
            .Where(c => (c.State == CreationStates.Begun || c.State == CreationStates.Lost || c.State == CreationStates.Created) && c.CreatedAt < before)
            .OrderBy(c => c.CreatedAt)
            .ToListAsync(cancellationToken));
        return found.IsFailure ? [] : found.Value;
    }

    /// <summary>
    /// After the organization is gone from Logto: it no longer counts towards its creator's limit, the links to it and requests to join
    /// it end, its domains are free, and its machines are to be deleted.
    /// What the store does not take is logged: the deletion stands.
    /// </summary>
    /// <returns>Whether the store took it.</returns>
    public async Task<bool> EndAsync(OrganizationId organization)
    {
        var now = time.GetUtcNow();
        var ended = await TryAsync(async context =>
        {
            await context.InvitationTokens.Where(t => t.OrganizationId == organization.Value && t.EndedAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(t => t.EndedAt, now).SetProperty(t => t.EndedBecause, RevokedLink));
            await context.OrganizationDomains.Where(d => d.OrganizationId == organization.Value).ExecuteDeleteAsync();
            await context.JoinRequests.Where(r => r.OrganizationId == organization.Value && r.ClosedAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(r => r.ClosedAt, now).SetProperty(r => r.ChangedAt, now).SetProperty(r => r.State, EndedRequest));
            // Their applications and connectors are still in Logto, and the latter send people to the organization's identity provider: the upkeep of each deletes them.
            await context.OrganizationMachines.Where(m => m.OrganizationId == organization.Value)
                .ExecuteUpdateAsync(set => set.SetProperty(m => m.State, LeftInLogto).SetProperty(m => m.ChangedAt, now));
            await context.OrganizationConnectors.Where(c => c.OrganizationId == organization.Value)
                .ExecuteUpdateAsync(set => set.SetProperty(c => c.State, LeftInLogto).SetProperty(c => c.ChangedAt, now));
            await context.JoinLinks.Where(l => l.OrganizationId == organization.Value).ExecuteDeleteAsync();
            await context.JoinLinkUses.Where(u => u.OrganizationId == organization.Value).ExecuteDeleteAsync();
            return await context.CreatedOrganizations.Where(c => c.OrganizationId == organization.Value)
                .ExecuteUpdateAsync(set => set.SetProperty(c => c.State, CreationStates.Deleted));
        });
        return !ended.IsFailure;
    }

    private Task<Result<T>> TryAsync<T>(Func<PortalDbContext, Task<T>> act) => store.TryAsync(act, StoreFailed);

    [LoggerMessage(Level = LogLevel.Error, Message = "The store did not answer about the creation of organizations.")]
    private partial void StoreFailed(Exception exception);
}
