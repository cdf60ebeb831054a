using Microsoft.Extensions.Options;
using OrgPortal.Web.Audit;
using OrgPortal.Web.Authentication;
using OrgPortal.Web.Events;
using OrgPortal.Web.Features.Domains;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.Requests;

/// <summary>The asking person's side. The address is read from Logto each time: what a session remembers may have changed.</summary>
internal sealed class JoinAsking(
    ICurrentUser currentUser,
    IUsersClient users,
    IOrganizationsClient organizations,
    DomainDirectory directory,
    RequestStore store,
    IAuditTrail audit,
    IOrganizationEvents events,
    IOptions<RequestOptions> options,
    TimeProvider time)
{
    /// <summary>How often one person may ask in a day, as a failure's code.</summary>
    public const string PerPerson = "requests_per_person";

    /// <summary>Somebody who was declined waits, as a failure's code.</summary>
    public const string DeclinedLately = "request_declined_lately";

    private const int MostListed = 20;

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>How long a request that ended without the person's doing is told of.</summary>
    private static readonly TimeSpan Told = TimeSpan.FromDays(14);

    public async Task<Result<MyJoining>> ListMineAsync(CancellationToken cancellationToken)
    {
        var me = await ReadMeAsync(cancellationToken);
        if (me.IsFailure)
        {
            return me.Failure;
        }

        var now = time.GetUtcNow();
        var mine = await store.ListOfAsync(me.Value.Id, now - LongestBack, MostListed, cancellationToken);
        if (mine.IsFailure)
        {
            return mine.Failure;
        }

        var offer = await FindOfferAsync(me.Value, mine.Value, now, cancellationToken);
        return offer.IsFailure ? offer.Failure : new MyJoining(offer.Value, [.. mine.Value.Where(row => IsTold(row, now)).Select(row => Describe(row, now))]);
    }

    public async Task<Result<JoinRequest>> AskAsync(OrganizationId organization, string? note)
    {
        var me = await ReadMeAsync(CancellationToken.None);
        if (me.IsFailure)
        {
            return me.Failure;
        }

        var found = await directory.FindToAskAsync(me.Value.PrimaryEmail);
        if (found.IsFailure || found.Value is not { } open || open.Organization != organization)
        {
            return found.Failure ?? new NotFound();
        }

        note = RequestTexts.CleanOrNone(note);
        if (RequestTexts.Refuse("note", note) is { } invalid)
        {
            return invalid;
        }

        var asked = await organizations.GetAsync(organization).ToResultAsync();
        if (asked.IsFailure)
        {
            return asked.Failure;
        }

        var now = time.GetUtcNow();
        if (await IsMemberAsync(me.Value.Id, organization, CancellationToken.None) is var member && (member.IsFailure || member.Value))
        {
            return member.Failure ?? new Refused(RefusalReasons.AlreadyMember);
        }

        if (await CloseExpiredAsync(me.Value.Id, now) is { } down)
        {
            return down;
        }

        return await RefuseAsync(me.Value.Id, organization, now) is { } refused ? refused : await AskAsync(me.Value, asked.Value, open.Domain, note, now);
    }

    public async Task<Result> WithdrawAsync(Guid request)
    {
        if (await currentUser.GetAsync() is not { } me)
        {
            return new SignInRequired();
        }

        var found = await store.FindAsync(me.Id, request);
        if (found.IsFailure)
        {
            return found.Failure;
        }

        var row = found.Value;
        if (row.State != RequestStates.Open || !RequestStates.IsOpen(row, time.GetUtcNow()))
        {
            return new Refused(RefusalReasons.RequestClosed);
        }

        return await ActAsync(AuditActions.WithdrawRequest, row, me.Id, () => store.MoveAsync(row, RequestStates.Withdrawn, time.GetUtcNow()));
    }

    private async Task<Result<JoinRequest>> AskAsync(User me, Organization organization, DomainName domain, string? note, DateTimeOffset now)
    {
        var row = new JoinRequest
        {
            Id = Guid.NewGuid(),
            OrganizationId = organization.Id.Value,
            OrganizationName = organization.Name,
            UserId = me.Id.Value,
            Name = me.Name ?? me.Username,
            Address = me.PrimaryEmail!.Trim().ToLowerInvariant(),
            Domain = domain.Value,
            Note = note,
            AskedAt = now,
            ExpiresAt = now.AddDays(options.Value.ExpiresInDays),
            State = RequestStates.Open,
            ChangedAt = now,
        };
        var done = await ActAsync(AuditActions.AskToJoin, row, me.Id, () => store.AddAsync(row));
        return done.IsFailure ? done.Failure : row;
    }

    private async Task<Result> ActAsync(string action, JoinRequest row, UserId me, Func<Task<Result>> run)
    {
        var organization = OrganizationId.Parse(row.OrganizationId, null);
        var begun = await audit.BeginAsync(RequestActs.Of(action, organization, row));
        if (begun.IsFailure)
        {
            return begun.Failure;
        }

        await using var intent = begun.Value;
        var done = await run();
        await intent.CompleteAsync(done.Failure);
        if (!done.IsFailure)
        {
            events.Publish(new JoinRequestsChanged(organization, me));
        }

        return done;
    }

    private TimeSpan LongestBack => TimeSpan.FromDays(Math.Max(options.Value.AgainAfterDays, Told.TotalDays));

    private async Task<Result<User>> ReadMeAsync(CancellationToken cancellationToken)
    {
        if (await currentUser.GetAsync() is not { } person)
        {
            return new SignInRequired();
        }

        var user = await users.GetAsync(person.Id, cancellationToken).ToResultAsync();
        return user switch
        {
            { Failure: NotFound } or { IsFailure: false, Value.IsSuspended: true } => new SignInRequired(),
            _ => user,
        };
    }

    private async Task<Result<JoinOffer?>> FindOfferAsync(User me, IReadOnlyList<JoinRequest> mine, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var found = await directory.FindToAskAsync(me.PrimaryEmail, cancellationToken);
        if (found.IsFailure || found.Value is not { } open)
        {
            return found.IsFailure ? found.Failure : Result.Of<JoinOffer?>(null);
        }

        var (organization, domain) = open;
        if (mine.Any(row => row.OrganizationId == organization.Value && (RequestStates.IsOpen(row, now) || IsDeclinedLately(row, now) is not null)))
        {
            return Result.Of<JoinOffer?>(null);
        }

        var asking = organizations.GetAsync(organization, cancellationToken).ToResultAsync();
        var member = await IsMemberAsync(me.Id, organization, cancellationToken);
        var known = await asking;
        return (member, known) switch
        {
            ({ IsFailure: true }, _) => member.Failure,
            ({ Value: true }, _) or (_, { Failure: NotFound }) => Result.Of<JoinOffer?>(null),
            (_, { IsFailure: true }) => known.Failure,
            _ => new JoinOffer(organization, known.Value.Name, known.Value.Branding?.LogoUrl, domain.Readable),
        };
    }

    private async Task<Result<bool>> IsMemberAsync(UserId me, OrganizationId organization, CancellationToken cancellationToken)
    {
        var mine = await users.ListOrganizationsAsync(me, cancellationToken).ToResultAsync();
        return mine.IsFailure ? mine.Failure : mine.Value.Any(one => one.Id == organization);
    }

    private async Task<Failure?> CloseExpiredAsync(UserId me, DateTimeOffset now)
    {
        var expired = await store.ListExpiredAsync(now, MostListed, me);
        foreach (var row in expired.IsFailure ? [] : expired.Value)
        {
            await store.MoveAsync(row, RequestStates.Expired, now);
        }

        return expired.Failure;
    }

    private async Task<Failure?> RefuseAsync(UserId me, OrganizationId organization, DateTimeOffset now)
    {
        var mine = await store.ListOfAsync(me, now - LongestBack, int.MaxValue);
        if (mine.IsFailure)
        {
            return mine.Failure;
        }

        if (mine.Value.Any(row => row.OrganizationId == organization.Value && row.ClosedAt is null))
        {
            return new Refused(RefusalReasons.RequestOpen);
        }

        var today = mine.Value.Where(row => row.AskedAt > now - Day).ToList();
        return options.Value.PerPersonAndDay is > 0 and var limit && today.Count >= limit
            ? new LimitReached(PerPerson, today.Min(row => row.AskedAt) + Day - now)
            : mine.Value.Where(row => row.OrganizationId == organization.Value).Select(row => IsDeclinedLately(row, now)).FirstOrDefault(wait => wait is not null) is { } wait
                ? new LimitReached(DeclinedLately, wait)
                : null;
    }

    /// <summary>How much longer whoever was declined waits.</summary>
    private TimeSpan? IsDeclinedLately(JoinRequest row, DateTimeOffset now) =>
        row.State == RequestStates.Declined && row.ClosedAt + TimeSpan.FromDays(options.Value.AgainAfterDays) is { } until && now < until ? until - now : null;

    private static bool IsTold(JoinRequest row, DateTimeOffset now) => RequestStates.Of(row, now) switch
    {
        RequestState.Open => true,
        RequestState.Declined => row.ClosedAt > now - Told,
        RequestState.Expired => row.ExpiresAt > now - Told,
        _ => false,
    };

    private static MyRequest Describe(JoinRequest row, DateTimeOffset now) => new(
        row.Id, OrganizationId.Parse(row.OrganizationId, null), row.OrganizationName, RequestStates.Of(row, now), row.AskedAt, row.ExpiresAt, row.Reason);
}
