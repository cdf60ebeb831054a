using Microsoft.Extensions.Options;
using OrgPortal.Web.Authentication;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Events;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;
using OrgPortal.Web.Scheduling;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.Operators;

/// <summary>
/// Walks through the tenant, a page of organizations a turn, at the pace of the settings, and keeps what it finds. Whoever asked for it is asked about at every turn. The page
/// that was under way when the process ended is looked at again; looking twice finds the same.
/// </summary>
internal sealed class SurveyWork(
    SurveyJournal journal,
    FindingStore findings,
    OrganizationExamination examination,
    IOrganizationsClient organizations,
    ActingPerson acting,
    IOperatorGuard guard,
    ITenantEvents events,
    IOptions<OperatorConsoleOptions> options,
    TimeProvider time) : IDurableWork
{
    /// <summary>By which the store knows it.</summary>
    public const string Name = "operators.survey";

    /// <summary>What it is asked for with: there is one tenant.</summary>
    public const string Id = "tenant";

    /// <summary>How many organizations a turn looks at.</summary>
    public const int PageSize = 20;

    private static readonly TimeSpan WithoutAnswer = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    private SurveyPace? _pace;

    private SurveyPace Pace => _pace ??= new SurveyPace(options.Value.SurveyCallsPerSecond, time);

    public async Task<TimeSpan?> RunAsync(string id, CancellationToken cancellationToken)
    {
        var found = await journal.FindAsync(cancellationToken);
        if (found.IsFailure)
        {
            return WithoutAnswer;
        }

        if (found.Value is not { State: SurveyStates.Running } survey)
        {
            return null;
        }

        if (survey.WaitUntil - time.GetUtcNow() is { Ticks: > 0 } wait)
        {
            return wait;
        }

        if (survey.StartedById is { } person)
        {
            acting.ActFor(new Person(UserId.Parse(person, null), survey.StartedByName ?? person, null, null, null));
            if (await guard.DenyUnlessOperatorAsync(cancellationToken) is { } denied)
            {
                return await WaitOrStopAsync(survey, denied);
            }
        }

        return await LookAsync(survey, cancellationToken);
    }

    private async Task<TimeSpan?> LookAsync(TenantSurvey survey, CancellationToken cancellationToken)
    {
        var page = await organizations.ListCountedAsync(new PageRequest(survey.NextPage, PageSize), cancellationToken: cancellationToken).ToResultAsync();
        await Pace.CountAsync(cancellationToken);
        if (page.IsFailure)
        {
            return await WaitOrStopAsync(survey, page.Failure);
        }

        if (page.Value.Items.Count == 0)
        {
            return await EndAsync(survey, cancellationToken);
        }

        foreach (var one in page.Value.Items)
        {
            if (!await journal.GoesOnAsync(survey, cancellationToken))
            {
                // Paused or ended meanwhile: another turn finds out.
                return TimeSpan.Zero;
            }

            if (await LookAsync(one, cancellationToken) is { } failure)
            {
                return await WaitOrStopAsync(survey, failure);
            }
        }

        var moved = await journal.AdvanceAsync(survey, page.Value.Items.Count, page.Value.TotalCount);
        events.Publish(new TenantSurveyed());
        return moved.IsFailure ? WithoutAnswer : TimeSpan.Zero;
    }

    private async Task<Failure?> LookAsync(CountedOrganization one, CancellationToken cancellationToken)
    {
        var examined = await examination.RunAsync(one.Id, one.Name, one.CreatedAt, Pace, cancellationToken);
        return examined.IsFailure ? examined.Failure is NotFound ? null : examined.Failure : (await findings.KeepAsync(examined.Value)).Failure;
    }

    /// <summary>Looks at those of which something is known and that were on no page, and ends when there are none.</summary>
    private async Task<TimeSpan?> EndAsync(TenantSurvey survey, CancellationToken cancellationToken)
    {
        var left = await findings.ListPassedOverAsync(survey.StartedAt, PageSize, cancellationToken);
        foreach (var organization in left.IsFailure ? [] : left.Value)
        {
            var examined = await examination.RunAsync(organization, Pace, cancellationToken);
            var kept = examined.Failure is NotFound ? await findings.ForgetAsync(organization) : examined.IsFailure ? examined.Failure : await findings.KeepAsync(examined.Value);
            if (kept.IsFailure)
            {
                return await WaitOrStopAsync(survey, kept.Failure);
            }
        }

        if (left.IsFailure || left.Value.Count > 0)
        {
            return left.IsFailure ? WithoutAnswer : TimeSpan.Zero;
        }

        var ended = await journal.EndAsync(survey, SurveyStates.Done, null);
        events.Publish(new TenantSurveyed());
        return ended.IsFailure ? WithoutAnswer : null;
    }

    private async Task<TimeSpan?> WaitOrStopAsync(TenantSurvey survey, Failure failure)
    {
        if (failure is not (Unavailable or LimitReached))
        {
            var stopped = await journal.EndAsync(survey, SurveyStates.Stopped, failure.Code);
            events.Publish(new TenantSurveyed());
            return stopped.IsFailure ? WithoutAnswer : null;
        }

        var asked = failure switch
        {
            LimitReached { RetryAfter: { } after } => after,
            Unavailable { RetryAfter: { } after } => after,
            _ => WithoutAnswer,
        };
        var wait = asked < TimeSpan.FromSeconds(1) ? TimeSpan.FromSeconds(1) : asked > LongestWait ? LongestWait : asked;
        await journal.WaitAsync(survey, time.GetUtcNow() + wait, failure.Code);
        events.Publish(new TenantSurveyed());
        return wait;
    }
}
