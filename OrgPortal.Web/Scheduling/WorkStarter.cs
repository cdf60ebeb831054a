using System.Data.Common;
using Quartz;

namespace OrgPortal.Web.Scheduling;

/// <summary>Asks the scheduler.</summary>
internal sealed class WorkStarter([FromKeyedServices(SchedulingServiceCollectionExtensions.SchedulerName)] ISchedulerFactory schedulers, IEnumerable<DurableWorkEntry> entries) : IWorkStarter
{
    private const int LongestId = 100;

    public async Task StartAsync<TWork>(string id)
        where TWork : class, IDurableWork
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(id.Length, LongestId);
        var entry = entries.FirstOrDefault(entry => entry.Work == typeof(TWork)) ?? throw new InvalidOperationException($"{typeof(TWork).Name} is not registered.");
        var key = new JobKey(id, entry.Name);
        var scheduler = await schedulers.GetScheduler(CancellationToken.None);
        try
        {
            await scheduler.ScheduleJob(DurableTurns.Job(key), [DurableTurns.After(key, TimeSpan.Zero)], ScheduleJobOptions.Replacing, CancellationToken.None);
        }
        catch (JobPersistenceException exception) when (exception.GetBaseException() is DbException fault)
        {
            // What callers of a store know how to handle.
            throw fault;
        }
    }
}
