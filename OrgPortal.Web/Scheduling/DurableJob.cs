using Quartz;

namespace OrgPortal.Web.Scheduling;

/// <summary>What the scheduler knows of durable work: its name (the group) and its id. Work of another version waits for a node that knows it.</summary>
[DisallowConcurrentExecution]
internal sealed class DurableJob(IEnumerable<DurableWorkEntry> entries, IServiceProvider services) : IJob
{
    private static readonly TimeSpan Unknown = TimeSpan.FromMinutes(1);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var job = context.JobDetail.Key;
        var after = entries.FirstOrDefault(entry => entry.Name == job.Group) is { } entry
            ? await ((IDurableWork)services.GetRequiredService(entry.Work)).RunAsync(job.Name, cancellationToken)
            : Unknown;
        if (after is { } delay)
        {
            // Before this turn counts as ended: a job without a trigger is forgotten.
            await context.Scheduler.ScheduleJob(DurableTurns.After(job, delay), new ScheduleJobOptions(), CancellationToken.None);
        }
    }
}
