using System.Collections.ObjectModel;
using Microsoft.EntityFrameworkCore;
using OrgPortal.Web.Authentication;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.Members;

/// <summary>
/// Until when people are members, in the store: Logto knows no end of a membership. Most organizations have set no day for anybody: that is remembered for a few seconds, so that their
/// pages ask the store for nothing. This node's own changes count at once, as do announced ones.
/// </summary>
internal sealed partial class MembershipTerms
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(5);

    private readonly IDbContextFactory<PortalDbContext> _store;
    private readonly TimeProvider _time;
    private readonly ILogger<MembershipTerms> _logger;
    private readonly RecentAnswers<OrganizationId> _used;

    public MembershipTerms(IDbContextFactory<PortalDbContext> store, TimeProvider time, ILogger<MembershipTerms> logger)
    {
        (_store, _time, _logger) = (store, time, logger);
        _used = new RecentAnswers<OrganizationId>(organization => TryAsync(context => context.MembershipTerms.AnyAsync(t => t.OrganizationId == organization.Value)), Moment, Moment, time);
    }

    /// <summary>How long before the end people are reminded, the longest first.</summary>
    public static readonly IReadOnlyList<TimeSpan> Reminders = [TimeSpan.FromDays(7), TimeSpan.FromDays(1)];

    /// <summary>The days set for the people of a page, where the organization has set any.</summary>
    public async Task<Result<IReadOnlyDictionary<UserId, MembershipTerm>>> ListIfUsedAsync(OrganizationId organization, IReadOnlyCollection<UserId> people) =>
        await _used.GetAsync(organization, CancellationToken.None) is { IsFailure: false, Value: false } ? ReadOnlyDictionary<UserId, MembershipTerm>.Empty : await ListAsync(organization, people);

    /// <summary>Another node may have set a day.</summary>
    public void Forget(OrganizationId organization) => _used.Forget(organization);

    /// <summary>The days set for some people: as many as a page has rows.</summary>
    public Task<Result<IReadOnlyDictionary<UserId, MembershipTerm>>> ListAsync(OrganizationId organization, IReadOnlyCollection<UserId> people, CancellationToken cancellationToken = default)
    {
        var ids = people.Select(person => person.Value).ToList();
        return TryAsync<IReadOnlyDictionary<UserId, MembershipTerm>>(async context =>
            (await context.MembershipTerms.AsNoTracking().Where(t => t.OrganizationId == organization.Value && ids.Contains(t.UserId)).ToListAsync(cancellationToken))
            .ToDictionary(t => UserId.Parse(t.UserId, null)));
    }

    /// <summary>The row with the day set for it; without one where the store does not answer, since a list is worth more than its chips.</summary>
    public async Task<MemberRow> DescribeAsync(OrganizationId organization, MemberRow row, CancellationToken cancellationToken)
    {
        var set = await ListAsync(organization, [row.Id], cancellationToken);
        return set.IsFailure ? row : Describe(row, set.Value);
    }

    /// <summary>The row with the day set for it, if it is among those that were read.</summary>
    public static MemberRow Describe(MemberRow row, IReadOnlyDictionary<UserId, MembershipTerm> terms) =>
        terms.TryGetValue(row.Id, out var term) ? row with { End = new MembershipEnd(term.EndsAt, term.SetByName) } : row;

    /// <summary>The day set for somebody; nothing for a membership without an end.</summary>
    public Task<Result<MembershipTerm?>> FindAsync(OrganizationId organization, UserId member) =>
        TryAsync(context => context.MembershipTerms.AsNoTracking().SingleOrDefaultAsync(t => t.OrganizationId == organization.Value && t.UserId == member.Value));

    /// <summary>Sets the day, or another one.</summary>
    public async Task<Result> SetAsync(OrganizationId organization, UserId member, DateTimeOffset endsAt, Person by)
    {
        var set = await SetAsync(organization, member, endsAt, by.Id.Value, by.Name);
        return set.IsFailure ? set.Failure : Result.Done;
    }

    /// <summary>Takes the day away: the membership lasts.</summary>
    public async Task<Result> LiftAsync(OrganizationId organization, UserId member)
    {
        var lifted = await TryAsync(context => context.MembershipTerms.Where(t => t.OrganizationId == organization.Value && t.UserId == member.Value).ExecuteDeleteAsync());
        return lifted.IsFailure ? lifted.Failure : Result.Done;
    }

    /// <summary>Gives back the day that somebody had who is a member again, if it is still to come.</summary>
    public async Task RestoreAsync(OrganizationId organization, UserId member, FormerMembership kept)
    {
        if (kept is { TermEndsAt: { } endsAt, TermSetById: { } by, TermSetByName: { } name } && endsAt > _time.GetUtcNow())
        {
            await SetAsync(organization, member, endsAt, by, name);
        }
    }

    /// <summary>What is to be looked at now, the longest waiting first.</summary>
    public Task<Result<IReadOnlyList<MembershipTerm>>> ListDueAsync(int most, CancellationToken cancellationToken)
    {
        var now = _time.GetUtcNow();
        return TryAsync<IReadOnlyList<MembershipTerm>>(async context =>
            await context.MembershipTerms.AsNoTracking().Where(t => t.DueAt <= now).OrderBy(t => t.DueAt).Take(most).ToListAsync(cancellationToken));
    }

    /// <summary>When it is looked at again, unless somebody has set another day meanwhile.</summary>
    /// <returns>Whether it was as it was known: of two nodes one goes on.</returns>
    public async Task<bool> PostponeAsync(MembershipTerm term, DateTimeOffset dueAt)
    {
        var moved = await TryAsync(context => context.MembershipTerms
            .Where(t => t.OrganizationId == term.OrganizationId && t.UserId == term.UserId && t.EndsAt == term.EndsAt && t.DueAt == term.DueAt)
            .ExecuteUpdateAsync(set => set.SetProperty(t => t.DueAt, dueAt)));
        return moved is { IsFailure: false, Value: 1 };
    }

    /// <summary>When a day must be looked at after this moment: at the next reminder, or on the day itself.</summary>
    public static DateTimeOffset DueAfter(DateTimeOffset moment, DateTimeOffset endsAt) =>
        Reminders.Select(before => endsAt - before).Where(at => at > moment).Append(endsAt).Min();

    private Task<Result<int>> SetAsync(OrganizationId organization, UserId member, DateTimeOffset endsAt, string byId, string byName) => TryAsync(async context =>
    {
        var now = _time.GetUtcNow();
        var term = await context.MembershipTerms.SingleOrDefaultAsync(t => t.OrganizationId == organization.Value && t.UserId == member.Value);
        if (term is null)
        {
            context.Add(new MembershipTerm
            {
                OrganizationId = organization.Value, UserId = member.Value, EndsAt = endsAt, SetById = byId, SetByName = byName, SetAt = now, DueAt = DueAfter(now, endsAt),
            });
        }
        else
        {
            (term.EndsAt, term.SetById, term.SetByName, term.SetAt, term.DueAt) = (endsAt, byId, byName, now, DueAfter(now, endsAt));
        }

        var saved = await context.SaveChangesAsync();
        _used.Forget(organization);
        return saved;
    });

    private Task<Result<T>> TryAsync<T>(Func<PortalDbContext, Task<T>> act) => _store.TryAsync(act, StoreFailed);

    [LoggerMessage(Level = LogLevel.Error, Message = "The store did not read or write until when people are members.")]
    private partial void StoreFailed(Exception exception);
}
