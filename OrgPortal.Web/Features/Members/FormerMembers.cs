using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OrgPortal.Web.Audit;
using OrgPortal.Web.Authentication;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.Members;

/// <summary>
/// Memberships that ended, for 90 days: through the portal, or in Logto itself where Logto told of it, with the roles that the portal had given.
/// </summary>
internal sealed partial class FormerMembers(IDbContextFactory<PortalDbContext> store, TimeProvider time, ILogger<FormerMembers> logger)
{
    /// <summary>How long somebody can be given back what they had.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(90);

    /// <summary>Somebody else removed them.</summary>
    public const string Removed = "removed";

    /// <summary>They left by themselves.</summary>
    public const string Left = "left";

    /// <summary>The membership ended on its day.</summary>
    public const string Expired = "expired";

    /// <summary>It ended in Logto itself. Nobody knows by whom.</summary>
    public const string InLogto = "in_logto";

    /// <summary>
    /// Keeps what a membership was, in place of what was kept of the person before. Best effort: the membership has ended also when this cannot be written,
    /// and then it cannot be given back.
    /// </summary>
    /// <param name="organization">Where.</param>
    /// <param name="member">Who, with the roles until now.</param>
    /// <param name="how">How it ended: one of the constants here.</param>
    /// <param name="by">Who ended it, or set the day.</param>
    public Task KeepAsync(OrganizationId organization, PresentMember member, string how, Person by) => KeepAsync(organization, member, how, by.Id.Value, by.Name);

    /// <inheritdoc cref="KeepAsync(OrganizationId, PresentMember, string, Person)" />
    /// <param name="organization">Where.</param>
    /// <param name="member">Who, with the roles until now.</param>
    /// <param name="how">How it ended.</param>
    /// <param name="byId">Who ended it; <see langword="null"/> when nobody knows.</param>
    /// <param name="byName">What that person is called.</param>
    public async Task KeepAsync(OrganizationId organization, PresentMember member, string how, string? byId, string? byName) => await TryAsync(async context =>
    {
        var now = time.GetUtcNow();
        var tooOld = now - KeptFor;
        await context.FormerMemberships
            .Where(f => f.OrganizationId == organization.Value && (f.UserId == member.Id.Value || f.EndedAt < tooOld))
            .ExecuteDeleteAsync();
        // A day that was set ends with the membership; whoever comes back meanwhile gets it back too.
        var term = await context.MembershipTerms.AsNoTracking().SingleOrDefaultAsync(t => t.OrganizationId == organization.Value && t.UserId == member.Id.Value);
        await context.MembershipTerms.Where(t => t.OrganizationId == organization.Value && t.UserId == member.Id.Value).ExecuteDeleteAsync();
        context.Add(new FormerMembership
        {
            OrganizationId = organization.Value,
            UserId = member.Id.Value,
            Name = member.Name,
            EmailAddress = member.EmailAddress,
            Roles = JsonSerializer.Serialize(member.Roles.Select(role => new OrganizationRoleName(role.Id, role.Name)), JsonSerializerOptions.Web),
            EndedAt = now,
            How = how,
            EndedById = byId,
            EndedByName = byName,
            TermEndsAt = term?.EndsAt,
            TermSetById = term?.SetById,
            TermSetByName = term?.SetByName,
        });
        return await context.SaveChangesAsync();
    });

    /// <summary>What is kept of somebody; <see cref="NotFound"/> for nothing.</summary>
    public async Task<Result<FormerMembership>> FindAsync(OrganizationId organization, UserId member)
    {
        var found = await TryAsync(async context => await Known(context, organization).SingleOrDefaultAsync(f => f.UserId == member.Value));
        return found.IsFailure ? found.Failure : found.Value is { } kept ? kept : new NotFound();
    }

    /// <summary>One page, the newest first, without those who have accepted an invitation, or joined by a link, since.</summary>
    public Task<Result<Page<FormerMember>>> ListAsync(OrganizationId organization, PageRequest page, string? search, CancellationToken cancellationToken) => TryAsync(async context =>
    {
        var gone = Known(context, organization).Where(f => !context.AuditRecords.Any(r =>
            r.OrganizationId == f.OrganizationId && r.ActorId == f.UserId && (r.Action == AuditActions.AcceptInvitation || r.Action == AuditActions.UseJoinLink) && r.Outcome == AuditOutcomes.Done && r.At > f.EndedAt));
        if (search is { Length: > 0 })
        {
            var text = search.ToLowerInvariant();
#pragma warning disable CA1304, CA1311, CA1862 // The database does it.
            gone = gone.Where(f => (f.Name ?? string.Empty).ToLower().Contains(text) || (f.EmailAddress ?? string.Empty).ToLower().Contains(text));
#pragma warning restore CA1304, CA1311, CA1862
        }

        var total = await gone.CountAsync(cancellationToken);
        var found = await gone.OrderByDescending(f => f.EndedAt).ThenBy(f => f.UserId).Skip((page.Number - 1) * page.Size).Take(page.Size).ToListAsync(cancellationToken);
        return new Page<FormerMember>([.. found.Select(Describe)], page, total);
    });

    /// <summary>The person is a member again.</summary>
    public Task ForgetAsync(OrganizationId organization, UserId member) =>
        TryAsync(context => context.FormerMemberships.Where(f => f.OrganizationId == organization.Value && f.UserId == member.Value).ExecuteDeleteAsync());

    /// <summary>Forgets what was kept for long enough, of all organizations.</summary>
    public Task ForgetOldAsync()
    {
        var tooOld = time.GetUtcNow() - KeptFor;
        return TryAsync(context => context.FormerMemberships.Where(f => f.EndedAt < tooOld).ExecuteDeleteAsync());
    }

    /// <summary>The roles as they were.</summary>
    public static IReadOnlyList<OrganizationRoleName> RolesOf(FormerMembership kept) =>
        JsonSerializer.Deserialize<List<OrganizationRoleName>>(kept.Roles, JsonSerializerOptions.Web) ?? [];

    private static FormerMember Describe(FormerMembership kept) => new(
        UserId.Parse(kept.UserId, null), kept.Name, kept.EmailAddress, RolesOf(kept), kept.EndedAt, kept.How, kept.EndedByName, kept.EndedAt + KeptFor);

    private IQueryable<FormerMembership> Known(PortalDbContext context, OrganizationId organization)
    {
        var since = time.GetUtcNow() - KeptFor;
        return context.FormerMemberships.AsNoTracking().Where(f => f.OrganizationId == organization.Value && f.EndedAt > since);
    }

    private Task<Result<T>> TryAsync<T>(Func<PortalDbContext, Task<T>> act) => store.TryAsync(act, StoreFailed);

    [LoggerMessage(Level = LogLevel.Error, Message = "The store did not read or write former memberships.")]
    private partial void StoreFailed(Exception exception);
}
