using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.Invitations;

/// <summary>
/// The secrets in the links: 192 random bits each, kept as SHA-256 only, bound to invitation, organization and address. Several may
/// live for one invitation. An ended one is kept, so that its bearer can be told what happened.
/// </summary>
internal sealed partial class InvitationTokens(IDbContextFactory<PortalDbContext> store, TimeProvider time, ILogger<InvitationTokens> logger)
{
    private const int Bytes = 24;
    private const int Characters = Bytes / 3 * 4;

    // In one statement: databases take only so many parameters.
    private const int MostAtOnce = 500;

    // An import makes many.
    private readonly GatheredWrites<InvitationToken, bool> _made = new(store, static async (context, links) =>
    {
        context.AddRange(links);
        await context.SaveChangesAsync();
        return [.. links.Select(_ => true)];
    });

    /// <summary>A further link for the invitation.</summary>
    /// <param name="invitation">The invitation.</param>
    /// <param name="maker">Who vouches.</param>
    /// <param name="isMailed">Whether it goes to the invited address by mail and is shown to nobody.</param>
    /// <returns>The token, which is never to be seen again; or <see cref="Unavailable"/>.</returns>
    public Task<Result<string>> CreateAsync(OrganizationInvitation invitation, InvitationMaker maker, bool isMailed = false) => TryAsync(async () =>
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));
        await _made.WriteAsync(Entry(HashOf(token), invitation, maker, isMailed));
        return token;
    });

    /// <summary>The link, living or ended; nothing for a token that was never given out.</summary>
    public async Task<Result<InvitationToken?>> FindAsync(string? token, CancellationToken cancellationToken = default)
    {
        if (token is not { Length: Characters } || !Base64Url.IsValid(token))
        {
            return Result.Of<InvitationToken?>(null);
        }

        var hash = HashOf(token);
        return await TryAsync(context => context.InvitationTokens.AsNoTracking().SingleOrDefaultAsync(t => t.Hash == hash, cancellationToken));
    }

    /// <summary>The newest first link of each invitation and all others after it, for those that have any.</summary>
    public Task<Result<ILookup<string, InvitationToken>>> ListAsync(IReadOnlyList<InvitationId> invitations, CancellationToken cancellationToken = default)
    {
        var ids = invitations.Select(invitation => invitation.Value).ToList();
        return TryAsync(async context =>
            (await context.InvitationTokens.AsNoTracking().Where(t => ids.Contains(t.InvitationId)).ToListAsync(cancellationToken)).ToLookup(t => t.InvitationId));
    }

    /// <summary>Which of the organization's invitations were declined, and what was said: Logto calls them revoked.</summary>
    public Task<Result<IReadOnlyDictionary<string, string?>>> ListDeclinedAsync(OrganizationId organization, CancellationToken cancellationToken = default) =>
        TryAsync<IReadOnlyDictionary<string, string?>>(async context => (await context.InvitationTokens
            .Where(t => t.OrganizationId == organization.Value && t.EndedBecause == InvitationEnds.Declined)
            .Select(t => new { t.InvitationId, t.EndedNote })
            .ToListAsync(cancellationToken)).GroupBy(t => t.InvitationId).ToDictionary(t => t.Key, t => t.Select(one => one.EndedNote).FirstOrDefault(note => note is not null)));

    /// <summary>Remembers that the bearer of a link asks for a new invitation; of several tries within a day only the first counts.</summary>
    /// <returns>Whether it is the first.</returns>
    public Task<Result<bool>> AskAsync(InvitationToken link)
    {
        var now = time.GetUtcNow();
        var before = now - InvitationAsking.Pause;
        return TryAsync(async context => await context.InvitationTokens
            .Where(t => t.Hash == link.Hash && (t.AskedAt == null || t.AskedAt <= before))
            .ExecuteUpdateAsync(set => set.SetProperty(t => t.AskedAt, now)) == 1);
    }

    /// <summary>Who made the newest living link, and so stood for the invitation last; nobody without one.</summary>
    public Task<Result<string?>> FindMakerAsync(InvitationId invitation) => TryAsync(context => context.InvitationTokens
        .Where(t => t.InvitationId == invitation.Value && t.EndedAt == null && t.CreatedById != null)
        .OrderByDescending(t => t.CreatedAt)
        .Select(t => t.CreatedById)
        .FirstOrDefaultAsync());

    /// <summary>Somebody else vouches by all living links of these invitations.</summary>
    public Task<Result<int>> VouchAsync(OrganizationId organization, IReadOnlyList<InvitationId> invitations, InvitationMaker maker) => TryAsync(async context =>
    {
        var (changed, by) = (0, maker.Id?.Value);
        foreach (var some in invitations.Select(invitation => invitation.Value).Chunk(MostAtOnce))
        {
            changed += await context.InvitationTokens
                .Where(t => t.OrganizationId == organization.Value && some.Contains(t.InvitationId) && t.EndedAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(t => t.CreatedById, by).SetProperty(t => t.CreatedByName, maker.Name));
        }

        return changed;
    });

    /// <summary>The links of a revoked invitation live again, for the one that took its place; older ones lead there.</summary>
    public Task<Result<int>> MoveAsync(OrganizationInvitation revoked, InvitationId to)
    {
        var from = revoked.Id.Value;
        return TryAsync(async context =>
        {
            await context.InvitationTokens
                .Where(t => t.OrganizationId == revoked.OrganizationId.Value && t.EndedBecause == InvitationEnds.Renewed && t.ReplacedByInvitationId == from)
                .ExecuteUpdateAsync(set => set.SetProperty(t => t.ReplacedByInvitationId, to.Value));
            await context.InvitationLetters.Where(letter => letter.InvitationId == from).ExecuteUpdateAsync(set => set.SetProperty(letter => letter.InvitationId, to.Value));
            return await context.InvitationTokens
                .Where(t => t.InvitationId == from && t.EndedBecause == InvitationEnds.Revoked)
                .ExecuteUpdateAsync(set => set.SetProperty(t => t.InvitationId, to.Value).SetProperty(t => t.EndedAt, (DateTimeOffset?)null).SetProperty(t => t.EndedBecause, (string?)null));
        });
    }

    /// <summary>Ends one link.</summary>
    public Task EndAsync(string token, string reason)
    {
        var hash = HashOf(token);
        return EndAsync(tokens => tokens.Where(t => t.Hash == hash), reason, null);
    }

    /// <summary>Ends every living link of an invitation. What the store does not take is logged: Logto's status holds anyway.</summary>
    /// <param name="invitation">The invitation.</param>
    /// <param name="reason">From <see cref="InvitationEnds"/>.</param>
    /// <param name="replacedBy">After renewal: where the old links lead, also those of invitations that this one had replaced.</param>
    public async Task EndAllAsync(OrganizationInvitation invitation, string reason, InvitationId? replacedBy = null)
    {
        var id = invitation.Id.Value;
        await EndAsync(tokens => tokens.Where(t => t.InvitationId == id), reason, replacedBy);
        if (reason is InvitationEnds.Accepted or InvitationEnds.Declined or InvitationEnds.Renewed)
        {
            // Nobody sends it again, so what was written has no more use. A revoked or expired one may come back.
            await TryAsync(context => context.InvitationLetters.Where(letter => letter.InvitationId == id).ExecuteDeleteAsync());
        }

        if (replacedBy is { } next)
        {
            await TryAsync(context => context.InvitationTokens
                .Where(t => t.OrganizationId == invitation.OrganizationId.Value && t.EndedBecause == InvitationEnds.Renewed && t.ReplacedByInvitationId == id)
                .ExecuteUpdateAsync(set => set.SetProperty(t => t.ReplacedByInvitationId, next.Value)));
        }
    }

    /// <summary>Ends every living link and remembers the reason also when there was none: a declined invitation stays a declined one.</summary>
    public async Task DeclineAllAsync(OrganizationInvitation invitation, string? note = null)
    {
        await EndAllAsync(invitation, InvitationEnds.Declined);
        await TryAsync(async context =>
        {
            var entry = Entry(HashOf($"{InvitationEnds.Declined}:{invitation.Id}"), invitation, new InvitationMaker(null, null));
            entry.EndedAt = entry.CreatedAt;
            entry.EndedBecause = InvitationEnds.Declined;
            entry.EndedNote = note;
            var known = await context.InvitationTokens.AnyAsync(t => t.InvitationId == entry.InvitationId && t.EndedBecause == InvitationEnds.Declined);
            if (!known)
            {
                context.Add(entry);
                return await context.SaveChangesAsync();
            }

            return await context.InvitationTokens
                .Where(t => t.InvitationId == entry.InvitationId && t.EndedBecause == InvitationEnds.Declined)
                .ExecuteUpdateAsync(set => set.SetProperty(t => t.EndedNote, note));
        });
    }

    private static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    private InvitationToken Entry(string hash, OrganizationInvitation invitation, InvitationMaker maker, bool isMailed = false) => new()
    {
        Hash = hash,
        InvitationId = invitation.Id.Value,
        OrganizationId = invitation.OrganizationId.Value,
        Invitee = EmailAddress.TryParse(invitation.Invitee, out var invitee) ? invitee.Value : invitation.Invitee,
        CreatedAt = time.GetUtcNow(),
        CreatedById = maker.Id?.Value,
        CreatedByName = maker.Name,
        IsMailed = isMailed,
    };

    private Task<Result<int>> EndAsync(Func<IQueryable<InvitationToken>, IQueryable<InvitationToken>> which, string reason, InvitationId? replacedBy)
    {
        var now = time.GetUtcNow();
        return TryAsync(context => which(context.InvitationTokens).Where(t => t.EndedAt == null).ExecuteUpdateAsync(set => set
            .SetProperty(t => t.EndedAt, now)
            .SetProperty(t => t.EndedBecause, reason)
            .SetProperty(t => t.ReplacedByInvitationId, replacedBy == null ? null : replacedBy.Value.Value)));
    }

    private Task<Result<T>> TryAsync<T>(Func<PortalDbContext, Task<T>> act) => store.TryAsync(act, StoreFailed);

    private Task<Result<T>> TryAsync<T>(Func<Task<T>> act) => StoreFailures.TryAsync(act, StoreFailed);

    [LoggerMessage(Level = LogLevel.Error, Message = "The store did not read or write links of invitations.")]
    private partial void StoreFailed(Exception exception);
}
