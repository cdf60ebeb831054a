using System.Data.Common;
using Microsoft.Extensions.Options;
using OrgPortal.Web.Audit;
using OrgPortal.Web.Authentication;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Events;
using OrgPortal.Web.Features.Members;
using OrgPortal.Web.Locks;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;
using OrgPortal.Web.Scheduling;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.Security;

internal sealed partial class SecondFactorService(
    IOrganizationGuard guard,
    IReauthentication reauthentication,
    ISecondFactorGate gate,
    ICurrentUser currentUser,
    IOrganizationLocks locks,
    SecondFactorPlans plans,
    SecondFactorCounts counts,
    SecondFactorReading reading,
    SecondFactorChanges changes,
    SecondFactorNews news,
    IOrganizationsClient organizations,
    IOrganizationJustInTimeClient justInTime,
    IUsersClient users,
    ISignInExperienceClient signIn,
    IWorkStarter work,
    IAuditTrail audit,
    IOrganizationEvents events,
    IOptions<SecondFactorOptions> options,
    TimeProvider time,
    ILogger<SecondFactorService> logger) : ISecondFactorService
{
    /// <summary>How often it is counted, as a failure's code.</summary>
    public const string Counts = "second_factor_counts";

    /// <summary>How often people are reminded, as a failure's code.</summary>
    public const string Reminders = "second_factor_reminders";

    private const int MostNamed = 100;
    private static readonly TimeSpan BetweenCounts = TimeSpan.FromMinutes(1);

    public async Task<Result<SecondFactorState>> GetAsync(OrganizationId organization, CancellationToken cancellationToken = default)
    {
        if (await guard.DenyReadUnlessAsync(organization, OrganizationPermissions.ManageSecurity, cancellationToken) is { } denied)
        {
            return denied;
        }

        var readingOrganization = organizations.GetAsync(organization, cancellationToken).ToResultAsync();
        var readingOwn = gate.HasOneAsync((await currentUser.GetAsync())!.Id, isFresh: false, cancellationToken);
        var settings = await signIn.GetAsync(cancellationToken).ToResultAsync();
        var plan = await plans.FindAsync(organization, cancellationToken);
        var count = await counts.FindAsync(organization, cancellationToken);
        var (own, found) = (await readingOwn, await readingOrganization);
        if ((found.Failure ?? settings.Failure ?? plan.Failure ?? count.Failure) is { } failure)
        {
            return failure;
        }

        var factors = settings.Value.Mfa;
        // Asked only where it makes a difference.
        var connectors = options.Value.Url is null && factors is { LeadsMembers: true } && settings.Value.SingleSignOnEnabled is true
            ? await justInTime.ListSsoConnectorsAsync(organization, cancellationToken).ToResultAsync()
            : Result.Of<IReadOnlyList<SsoConnector>>([]);
        return connectors.IsFailure ? connectors.Failure : new SecondFactorState(
            found.Value.IsMfaRequired,
            plan.Value is { } set && !found.Value.IsMfaRequired ? new SecondFactorPlanned(set.TakesEffectAt, set.SetByName, set.SetAt) : null,
            factors?.Sufficient ?? [],
            options.Value.Url is not null || factors is { LeadsMembers: true },
            own.IsFailure ? null : own.Value,
            count.Value is { } counted ? SecondFactorTally.Of(counted) : null,
            connectors.Value.Count > 0);
    }

    public async Task<Result<SecondFactorSummary>> SummarizeAsync(OrganizationId organization, CancellationToken cancellationToken = default)
    {
        if (await guard.DenyReadUnlessAsync(organization, OrganizationPermissions.ManageSecurity, cancellationToken) is { } denied)
        {
            return denied;
        }

        var required = await gate.IsRequiredAsync(organization, cancellationToken);
        var plan = await plans.FindAsync(organization, cancellationToken);
        var count = await counts.FindAsync(organization, cancellationToken);
        return (required.Failure ?? plan.Failure ?? count.Failure) is { } failure
            ? failure
            : new SecondFactorSummary(required.Value, required.Value ? null : plan.Value?.TakesEffectAt, count.Value is { } counted ? SecondFactorTally.Of(counted) : null);
    }

    public async Task<Result> RequireAsync(OrganizationId organization, DateTimeOffset? from = null, SecondFactorAcceptance accept = SecondFactorAcceptance.Nothing)
    {
        if (await guard.DenyUnlessAsync(organization, OrganizationPermissions.ManageSecurity) is { } denied)
        {
            return denied;
        }

        var now = time.GetUtcNow();
        if (from is { } day && (day <= now || day - now > ISecondFactorService.Furthest))
        {
            return new Invalid("from", "out_of_range");
        }

        var me = (await currentUser.GetAsync())!;
        return await HoldAsync(organization, () => changes.RequireAsync(organization, me, from, accept));
    }

    public async Task<Result> CallOffAsync(OrganizationId organization)
    {
        if (await guard.DenyUnlessAsync(organization, OrganizationPermissions.ManageSecurity) is { } denied)
        {
            return denied;
        }

        return await HoldAsync(organization, () => changes.CallOffAsync(organization));
    }

    public async Task<Result> LiftAsync(OrganizationId organization)
    {
        if (await guard.DenyUnlessAsync(organization, OrganizationPermissions.ManageSecurity) is { } denied)
        {
            return denied;
        }

        if (await reauthentication.DenyUnlessRecentAsync(organization, AuditActions.LiftSecondFactor) is { } unproved)
        {
            return unproved;
        }

        var me = (await currentUser.GetAsync())!;
        var lifted = await HoldAsync(organization, () => changes.LiftAsync(organization));
        if (!lifted.IsFailure)
        {
            await news.TellLiftedAsync(organization, me);
        }

        return lifted;
    }

    public async Task<Result> StartCountAsync(OrganizationId organization)
    {
        if (await guard.DenyUnlessAsync(organization, OrganizationPermissions.ManageSecurity) is { } denied)
        {
            return denied;
        }

        var me = (await currentUser.GetAsync())!;
        return await HoldAsync(organization, () => StartCountAsync(organization, me));
    }

    public async Task<Result> CancelCountAsync(OrganizationId organization)
    {
        if (await guard.DenyUnlessAsync(organization, OrganizationPermissions.ManageSecurity) is { } denied)
        {
            return denied;
        }

        var found = await counts.FindAsync(organization);
        if (found.IsFailure || found.Value is not { State: CountStates.Running } count)
        {
            return found.IsFailure ? found.Failure : Result.Done;
        }

        var ended = await counts.EndAsync(count, CountStates.Cancelled);
        events.Publish(new SecondFactorsCounted(organization));
        return ended.IsFailure ? ended.Failure : Result.Done;
    }

    public async Task<Result<PeopleWithout>> ListWithoutAsync(OrganizationId organization, int page, CancellationToken cancellationToken = default)
    {
        if (await guard.DenyReadUnlessAsync(organization, OrganizationPermissions.ManageSecurity, cancellationToken) is { } denied)
        {
            return denied;
        }

        var request = new PageRequest(Math.Clamp(page, 1, PeopleWithout.MostKept), PeopleWithout.PageSize);
        var found = await counts.FindAsync(organization, cancellationToken);
        if (found.IsFailure || found.Value is not { } count)
        {
            return found.IsFailure ? found.Failure : new PeopleWithout(new Page<PersonWithout>([], request, 0), 0);
        }

        var listed = await counts.ListGapsAsync(count, request, cancellationToken);
        return listed.IsFailure ? listed.Failure : await DescribeAsync(organization, listed.Value, request, cancellationToken);
    }

    public async Task<Result<int>> RemindAsync(OrganizationId organization, IReadOnlyList<UserId>? people = null)
    {
        if (await guard.DenyUnlessAsync(organization, OrganizationPermissions.ManageSecurity) is { } denied)
        {
            return denied;
        }

        if (people is { Count: 0 or > MostNamed })
        {
            return new Invalid("userIds", "out_of_range");
        }

        // Inside the lock, so that two who press at once remind once.
        var reminded = 0;
        var done = await HoldAsync(organization, async () =>
        {
            var told = await RemindUnderLockAsync(organization, people);
            reminded = told.IsFailure ? 0 : told.Value;
            return told.IsFailure ? told.Failure : Result.Done;
        });
        return done.IsFailure ? done.Failure : reminded;
    }

    public async Task<Result<OwnSecondFactor>> GetOwnAsync(OrganizationId organization, CancellationToken cancellationToken = default)
    {
        if (await guard.DenyReadUnlessMemberAsync(organization, cancellationToken) is { } denied)
        {
            return denied;
        }

        var required = await gate.IsRequiredAsync(organization, cancellationToken);
        var plan = await plans.FindAsync(organization, cancellationToken);
        if ((required.Failure ?? plan.Failure) is { } failure)
        {
            return failure;
        }

        if (!required.Value && plan.Value is null)
        {
            return OwnSecondFactor.Unasked;
        }

        var own = await gate.HasOneAsync((await currentUser.GetAsync())!.Id, isFresh: false, cancellationToken);
        return own.IsFailure ? own.Failure : new OwnSecondFactor(required.Value, required.Value ? null : plan.Value?.TakesEffectAt, own.Value);
    }

    public async Task<Result> LookAgainAsync(OrganizationId organization)
    {
        if (await guard.DenyUnlessSignedInAsync() is { } denied)
        {
            return denied;
        }

        var me = (await currentUser.GetAsync())!.Id;
        gate.Forget(me);
        if (await guard.DenyReadUnlessMemberAsync(organization) is { } still)
        {
            return still;
        }

        // The person's open pages, whichever, may go on.
        events.Publish(new MembersChanged(organization, me));
        return Result.Done;
    }

    public async Task<Result<SecondFactorSetUp>> GetSetUpAsync(CancellationToken cancellationToken = default)
    {
        if (await guard.DenyUnlessSignedInAsync(cancellationToken) is { } denied)
        {
            return denied;
        }

        if (options.Value.Url is { } page)
        {
            return new SecondFactorSetUp(page, false);
        }

        var settings = await signIn.GetAsync(cancellationToken).ToResultAsync();
        if (settings.IsFailure || settings.Value.Mfa is not { LeadsMembers: true })
        {
            return settings.IsFailure ? settings.Failure : new SecondFactorSetUp(null, false);
        }

        var through = await users.ListSsoConnectorsAsync((await currentUser.GetAsync())!.Id, cancellationToken).ToResultAsync();
        return through.IsFailure ? through.Failure : new SecondFactorSetUp(null, true, settings.Value.SingleSignOnEnabled is true && through.Value.Count > 0);
    }

    private async Task<Result> StartCountAsync(OrganizationId organization, Person me)
    {
        var found = await counts.FindAsync(organization);
        switch (found)
        {
            case { IsFailure: true }:
                return found.Failure;
            case { Value.State: CountStates.Running }:
                // Everybody looks at the same one.
                return Result.Done;
            case { Value: { State: CountStates.Done, EndedAt: { } ended } } when time.GetUtcNow() - ended < BetweenCounts:
                return new LimitReached(Counts, BetweenCounts - (time.GetUtcNow() - ended));
        }

        var begun = await audit.BeginAsync(SecondFactorActs.Of(AuditActions.CountSecondFactors, organization));
        if (begun.IsFailure)
        {
            return begun.Failure;
        }

        await using var intent = begun.Value;
        var started = await counts.BeginAsync(organization, me);
        if (!started.IsFailure)
        {
            await StartWorkAsync(organization);
        }

        await intent.CompleteAsync(started.Failure);
        events.Publish(new SecondFactorsCounted(organization));
        return started;
    }

    // What is on record as running is begun by the next round of upkeep at the latest.
    private async Task StartWorkAsync(OrganizationId organization)
    {
        try
        {
            await work.StartAsync<SecondFactorCounting>(organization.Value);
        }
        catch (DbException exception)
        {
            NotStarted(exception);
        }
    }

    private async Task<Result<PeopleWithout>> DescribeAsync(
        OrganizationId organization, (IReadOnlyList<SecondFactorGap> Gaps, int Kept, int Remindable) listed, PageRequest request, CancellationToken cancellationToken)
    {
        var ids = listed.Gaps.Select(gap => UserId.Parse(gap.UserId, null)).ToList();
        var people = await reading.ReadPeopleAsync(organization, ids, cancellationToken);
        if (people.IsFailure)
        {
            return people.Failure;
        }

        var before = time.GetUtcNow() - SecondFactorCounts.BetweenReminders;
        var rows = listed.Gaps.Zip(people.Value).Where(pair => pair.Second is not null).Select(pair => new PersonWithout(
            pair.Second!.Id, Text(pair.Second.Name), Text(pair.Second.PrimaryEmail) ?? Text(pair.Second.Username), MemberListing.Picture(pair.Second.Avatar), pair.Second.LastSignInAt,
            pair.First.RemindedAt, pair.First.RemindedAt is not { } reminded || reminded < before)).ToList();
        if (rows.Count < ids.Count)
        {
            await counts.ForgetAsync(organization, [.. ids.Where(id => rows.All(row => row.Id != id))]);
        }

        return new PeopleWithout(new Page<PersonWithout>(rows, request, listed.Kept - (ids.Count - rows.Count)), listed.Remindable);
    }

    private async Task<Result<int>> RemindUnderLockAsync(OrganizationId organization, IReadOnlyList<UserId>? people)
    {
        var found = await counts.FindAsync(organization);
        var plan = await plans.FindAsync(organization);
        if ((found.Failure ?? plan.Failure) is { } failure)
        {
            return failure;
        }

        if (found.Value is not { } count)
        {
            return new NotFound();
        }

        var due = await counts.ListRemindableAsync(count, people);
        if (due.IsFailure || due.Value.Count == 0)
        {
            return due.IsFailure ? due.Failure : new LimitReached(Reminders);
        }

        var begun = await audit.BeginAsync(SecondFactorActs.Of(AuditActions.RemindOfSecondFactor, organization, null, new { people = due.Value.Count }));
        if (begun.IsFailure)
        {
            return begun.Failure;
        }

        await using var intent = begun.Value;
        var marked = await counts.MarkRemindedAsync(organization, due.Value);
        if (!marked.IsFailure)
        {
            await news.RemindAsync(organization, due.Value, plan.Value?.TakesEffectAt);
        }

        await intent.CompleteAsync(marked.Failure);
        events.Publish(new SecondFactorsCounted(organization));
        return marked.IsFailure ? marked.Failure : due.Value.Count;
    }

    // Whoever held the lock before may have taken the right away. What was read a moment ago counts unless a change was announced since.
    private async Task<Result> HoldAsync(OrganizationId organization, Func<Task<Result>> act)
    {
        var held = await locks.HoldAsync(organization);
        if (held.IsFailure)
        {
            return held.Failure;
        }

        await using var lease = held.Value;
        return await guard.DenyIfDoubtfulAsync(organization, OrganizationPermissions.ManageSecurity) is { } lost
            ? lost
            : await act();
    }

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;

    [LoggerMessage(Level = LogLevel.Error, Message = "A count of second factors could not be begun at once; it is begun in a while.")]
    private partial void NotStarted(Exception exception);
}
