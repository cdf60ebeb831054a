using System.Data.Common;
using Microsoft.Extensions.Options;
using OrgPortal.Web.Events;
using OrgPortal.Web.Scheduling;

namespace OrgPortal.Web.Features.Operators;

/// <summary>Has the survey gone on with whose work was lost, and begins one every night where the settings want it.</summary>
internal sealed partial class SurveyUpkeep(
    SurveyJournal journal, IWorkStarter work, ITenantEvents events, IOptions<OperatorConsoleOptions> options, TimeProvider time, ILogger<SurveyUpkeep> logger) : IRecurringWork
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
                await StartAsync();
            }

            return;
        }

        // One that is paused is somebody's: it is neither gone on with nor begun anew.
        var isNight = time.GetLocalNow().Hour is >= FirstHour and <= LastHour;
        if (options.Value.Rhythm == SurveyRhythm.Nightly && isNight && found.Value?.State != SurveyStates.Paused && !(found.Value?.StartedAt > now - BetweenNights)
            && !(await journal.BeginAsync(null)).IsFailure)
        {
            events.Publish(new TenantSurveyed());
            await StartAsync();
        }
    }

    private async Task StartAsync()
    {
        try
        {
            await work.StartAsync<SurveyWork>(SurveyWork.Id);
        }
        catch (DbException exception)
        {
            // The survey says that it runs; the next round asks again.
            NotStarted(exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The survey of the tenant could not be asked for; this is tried again in a while.")]
    private partial void NotStarted(Exception exception);
}
