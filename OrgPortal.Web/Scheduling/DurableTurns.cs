using Quartz;

namespace OrgPortal.Web.Scheduling;

/// <summary>Jobs and triggers of durable work.</summary>
internal static class DurableTurns
{
    // In all some days: a store or a Logto that is away for a night loses nothing.
    private static readonly RetryPolicy Again = RetryPolicy.Exponential(1_000, TimeSpan.FromSeconds(1), 2, TimeSpan.FromMinutes(5));

    /// <summary>The work itself: forgotten when it has no turn left, recovered when its node was killed.</summary>
    public static IJobDetail Job(JobKey key) => JobBuilder.Create<DurableJob>().WithIdentity(key).RequestRecovery(true).Build();

    /// <summary>One turn. Several may be asked for; the scheduler lets only one of a job run.</summary>
    public static ITrigger After(JobKey key, TimeSpan delay) => TriggerBuilder.Create(TimeProvider.System)
        .WithIdentity(Guid.NewGuid().ToString("N"), key.Group)
        .ForJob(key)
        .StartAt(TimeProvider.System.GetUtcNow() + delay)
        .WithRetryPolicy(Again)
        .WithSimpleSchedule(schedule => schedule.WithMisfireInstruction(SimpleTriggerMisfireInstruction.FireNow))
        .Build();
}
