using Quartz;

namespace OrgPortal.Web.Scheduling;

/// <summary>
/// Puts recurring work on the schedule before the scheduler starts. What is there already stays as it is, so that a restart neither forgets nor
/// repeats a round; only another interval replaces it.
/// </summary>
internal sealed class RecurringSchedule([FromKeyedServices(SchedulingServiceCollectionExtensions.SchedulerName)] ISchedulerFactory schedulers, IEnumerable<RecurringWorkEntry> entries) : IHostedService
{
    private static readonly TimeSpan FirstAfter = TimeSpan.FromMinutes(1);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        foreach (var entry in entries)
        {
            var trigger = new TriggerKey(entry.Name, RecurringJob.Group);
            if (await scheduler.GetTrigger(trigger, cancellationToken) is not ISimpleTrigger known || known.RepeatInterval != entry.Every)
            {
                // One statement that replaces: two nodes that start at once do not get into each other's way.
                await scheduler.ScheduleJob(Job(entry), [Rounds(trigger, entry.Every)], ScheduleJobOptions.Replacing, cancellationToken);
            }
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static IJobDetail Job(RecurringWorkEntry entry) => JobBuilder.Create<RecurringJob>().WithIdentity(entry.Name, RecurringJob.Group).Build();

    private static ITrigger Rounds(TriggerKey key, TimeSpan every) => TriggerBuilder.Create(TimeProvider.System)
        .WithIdentity(key)
        .StartAt(TimeProvider.System.GetUtcNow() + (every < FirstAfter ? every : FirstAfter))
        .WithSimpleSchedule(schedule => schedule.WithInterval(every).RepeatForever().WithMisfireInstruction(SimpleTriggerMisfireInstruction.NowWithRemainingCount))
        .Build();
}
