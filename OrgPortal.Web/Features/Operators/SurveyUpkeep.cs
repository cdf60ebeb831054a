using Microsoft.Extensions.Options;
using OrgPortal.Web.Events;
using OrgPortal.Web.Scheduling;

namespace OrgPortal.Web.Features.Operators;

/// <summary>Has the survey gone on with whose work was lost, and begins one every night where the settings want it.</summary>
internal sealed class SurveyUpkeep(
    SurveyJournal journal, SurveyStart work, ITenantEvents events, IOptions<OperatorConsoleOptions> options, TimeProvider time) : IRecurringWork
{
    /// <summary>By which the scheduler knows it.</summary>
    public const string Name = "operators.upkeep";

    /// <summary>From one round to the next.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(10);

    // Long enough for a page of large organizations, and short enough for one night.
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan BetweenNights = TimeSpan.FromHours(20);
    private const int FirstHour = 1;
    private const int LastHour = 4;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var found = await journal.FindAsync(cancellationToken);
        if (found.IsFailure)
        {
            return;
        }

        var now = time.GetUtcNow();
        if (found.Value is { State: SurveyStates.Running } running)
        {
            if (running.ChangedAt < now - Silence && !(running.WaitUntil > now))
            {
                await work.GoOnAsync();
            }

            return;
        }

        // One that is paused is somebody's: it is neither gone on with nor begun anew.
        var isNight = time.GetLocalNow().Hour is >= FirstHour and <= LastHour;
        if (options.Value.Rhythm == SurveyRhythm.Nightly && isNight && found.Value?.State != SurveyStates.Paused && !(found.Value?.StartedAt > now - BetweenNights)
            && !(await journal.BeginAsync(null)).IsFailure)
        {
            events.Publish(new TenantSurveyed());
            await work.GoOnAsync();
        }
    }
}
