using Microsoft.EntityFrameworkCore;
using OrgPortal.Web.Features.Invitations;
using OrgPortal.Web.Features.Members;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.JoinLinks;

/// <summary>Links and who joined by them, in the store.</summary>
internal sealed partial class JoinLinkRecords(IDbContextFactory<PortalDbContext> store, TimeProvider time, ILogger<JoinLinkRecords> logger)
{
    /// <summary>The most links that an organization can have.</summary>
    public const int MostLinks = 50;

    /// <summary>The limit, as a failure's code.</summary>
    public const string PerOrganization = "join_links_per_organization";

    /// <summary>Somebody's joining that is older than this and not done was broken off: its calls are bounded well below it.</summary>
    public static readonly TimeSpan BrokenOffAfter = TimeSpan.FromMinutes(3);

    private const int MostJoined = 1_000;

    /// <summary>The organization's links, newest first.</summary>
    public Task<Result<List<JoinLink>>> ListAsync(OrganizationId organization, CancellationToken cancellationToken) =>
        TryAsync(context => context.JoinLinks.AsNoTracking().Where(l => l.OrganizationId == organization.Value).OrderByDescending(l => l.CreatedAt).ToListAsync(cancellationToken));

    /// <summary>Who joined by a link, the last first.</summary>
    public Task<Result<List<JoinLinkUse>>> ListJoinedAsync(Guid link, CancellationToken cancellationToken) => TryAsync(context => context.JoinLinkUses.AsNoTracking()
        .Where(u => u.LinkId == link && u.State == JoinLinkUseStates.Done)
        .OrderByDescending(u => u.At)
        .Take(MostJoined)
        .ToListAsync(cancellationToken));

    /// <summary>A link of the organization; <see cref="NotFound"/> for one of another.</summary>
    public async Task<Result<JoinLink>> FindAsync(OrganizationId organization, Guid link, CancellationToken cancellationToken = default)
    {
        var found = await TryAsync(context => context.JoinLinks.AsNoTracking().SingleOrDefaultAsync(l => l.Id == link && l.OrganizationId == organization.Value, cancellationToken));
        return found switch
        {
            { IsFailure: true } => found.Failure,
            { Value: null } => new NotFound(),
            _ => found.Value,
        };
    }

    /// <summary>The link with this secret; nothing for one that was never given out, was replaced or deleted.</summary>
    public async Task<Result<JoinLink?>> FindAsync(string? secret, CancellationToken cancellationToken = default)
    {
        if (!JoinLinkSecret.CanBe(secret))
        {
            return Result.Of<JoinLink?>(null);
        }

        var hash = JoinLinkSecret.HashOf(secret);
        return await TryAsync(context => context.JoinLinks.AsNoTracking().SingleOrDefaultAsync(l => l.Hash == hash, cancellationToken));
    }

    /// <summary>Keeps a new link, unless there are too many. The caller holds the organization's lock.</summary>
    public async Task<Failure?> AddAsync(JoinLink link)
    {
        var added = await TryAsync(async context =>
        {
            if (await context.JoinLinks.CountAsync(l => l.OrganizationId == link.OrganizationId) >= MostLinks)
            {
                return false;
            }

            context.Add(link);
            await context.SaveChangesAsync();
            return true;
        });
        return added switch
        {
            { IsFailure: true } => added.Failure,
            { Value: false } => new LimitReached(PerOrganization),
            _ => null,
        };
    }

    /// <summary>Switches a link off, or on for somebody who vouches from now on.</summary>
    public Task<Failure?> SwitchAsync(Guid link, InvitationMaker? maker) => ChangeAsync(link, found =>
    {
        found.IsOn = maker is not null;
        Vouch(found, maker);
    });

    /// <summary>Gives a link another secret, for which the maker vouches.</summary>
    public Task<Failure?> ReplaceAsync(Guid link, string secret, InvitationMaker maker) => ChangeAsync(link, found =>
    {
        found.Hash = JoinLinkSecret.HashOf(secret);
        Vouch(found, maker);
    });

    /// <summary>Takes over what a person may change of a link, for which the maker vouches. The caller holds the organization's lock.</summary>
    public Task<Failure?> EditAsync(JoinLink changed, InvitationMaker maker) => ChangeAsync(changed.Id, found =>
    {
        (found.Name, found.RoleIds, found.Domains, found.MaxUses, found.ExpiresAt) = (changed.Name, changed.RoleIds, changed.Domains, changed.MaxUses, changed.ExpiresAt);
        Vouch(found, maker);
    });

    /// <summary>Forgets a link and who joined by it. What is half done stays known.</summary>
    public async Task<Failure?> DeleteAsync(Guid link) => (await TryAsync(async context =>
    {
        await context.JoinLinkUses.Where(u => u.LinkId == link && u.State == JoinLinkUseStates.Done).ExecuteDeleteAsync();
        return await context.JoinLinks.Where(l => l.Id == link).ExecuteDeleteAsync();
    })).Failure;

    /// <summary>Somebody's use of a link, done or not; nothing when there is none.</summary>
    public Task<Result<JoinLinkUse?>> FindUseAsync(Guid link, UserId person, CancellationToken cancellationToken = default) =>
        TryAsync(context => context.JoinLinkUses.AsNoTracking().SingleOrDefaultAsync(u => u.LinkId == link && u.UserId == person.Value, cancellationToken));

    /// <summary>
    /// Whether the person's last membership in the organization was ended by somebody else, or by its day: then no link brings the person back. Known for as long
    /// as former members are.
    /// </summary>
    public Task<Result<bool>> WasTakenOutAsync(OrganizationId organization, UserId person, CancellationToken cancellationToken = default)
    {
        var tooOld = time.GetUtcNow() - FormerMembers.KeptFor;
        return TryAsync(context => context.FormerMemberships.AnyAsync(
            f => f.OrganizationId == organization.Value && f.UserId == person.Value && f.How != FormerMembers.Left && f.EndedAt >= tooOld, cancellationToken));
    }

    /// <summary>
    /// Counts one more person. Limit, end and switch are compared in the statement that counts, so that of any number of people on any number of nodes no more come
    /// in than may.
    /// </summary>
    /// <returns>The use; nothing when the link has ended.</returns>
    public Task<Result<JoinLinkUse?>> BeginAsync(JoinLink link, User person) => TryAsync(async context =>
    {
        var now = time.GetUtcNow();
        await using var transaction = await context.Database.BeginTransactionAsync();
        var counted = await context.JoinLinks
            .Where(l => l.Id == link.Id && l.Hash == link.Hash && l.IsOn && l.ExpiresAt > now && (l.MaxUses == null || l.Uses < l.MaxUses))
            .ExecuteUpdateAsync(set => set.SetProperty(l => l.Uses, l => l.Uses + 1));
        if (counted != 1)
        {
            return null;
        }

        var use = new JoinLinkUse
        {
            LinkId = link.Id,
            UserId = person.Id.Value,
            OrganizationId = link.OrganizationId,
            PersonName = InviterNames.Of(person),
            State = JoinLinkUseStates.Begun,
            At = now,
        };
        context.Add(use);
        await context.SaveChangesAsync();
        await transaction.CommitAsync();
        return (JoinLinkUse?)use;
    });

    /// <summary>The person is a member with the link's roles.</summary>
    public async Task<Failure?> CompleteAsync(JoinLinkUse use)
    {
        var now = time.GetUtcNow();
        return (await TryAsync(context => context.JoinLinkUses
            .Where(u => u.LinkId == use.LinkId && u.UserId == use.UserId)
            .ExecuteUpdateAsync(set => set.SetProperty(u => u.State, JoinLinkUseStates.Done).SetProperty(u => u.At, now)))).Failure;
    }

    /// <summary>Nothing came of it: the person does not count any more.</summary>
    public async Task<Failure?> ReleaseAsync(JoinLinkUse use) => (await TryAsync(async context =>
    {
        await using var transaction = await context.Database.BeginTransactionAsync();
        if (await context.JoinLinkUses.Where(u => u.LinkId == use.LinkId && u.UserId == use.UserId).ExecuteDeleteAsync() == 1)
        {
            await context.JoinLinks.Where(l => l.Id == use.LinkId && l.Uses > 0).ExecuteUpdateAsync(set => set.SetProperty(l => l.Uses, l => l.Uses - 1));
        }

        await transaction.CommitAsync();
        return true;
    })).Failure;

    /// <summary>What was broken off, oldest first.</summary>
    public async Task<IReadOnlyList<JoinLinkUse>> ListBrokenOffAsync(CancellationToken cancellationToken)
    {
        var before = time.GetUtcNow() - BrokenOffAfter;
        var found = await TryAsync(context => context.JoinLinkUses.AsNoTracking()
            .Where(u => u.State == JoinLinkUseStates.Begun && u.At < before)
            .OrderBy(u => u.At)
            .ToListAsync(cancellationToken));
        return found.IsFailure ? [] : found.Value;
    }

    private static void Vouch(JoinLink link, InvitationMaker? maker)
    {
        if (maker is { Id: { } id })
        {
            (link.CreatedById, link.CreatedByName) = (id.Value, maker.Name);
        }
    }

    private async Task<Failure?> ChangeAsync(Guid link, Action<JoinLink> change)
    {
        var changed = await TryAsync(async context =>
        {
            if (await context.JoinLinks.SingleOrDefaultAsync(l => l.Id == link) is not { } found)
            {
                return false;
            }

            change(found);
            await context.SaveChangesAsync();
            return true;
        });
        return changed switch
        {
            { IsFailure: true } => changed.Failure,
            { Value: false } => new NotFound(),
            _ => null,
        };
    }

    private Task<Result<T>> TryAsync<T>(Func<PortalDbContext, Task<T>> act) => store.TryAsync(act, StoreFailed);

    [LoggerMessage(Level = LogLevel.Error, Message = "The store did not read or write links to join by.")]
    private partial void StoreFailed(Exception exception);
}
