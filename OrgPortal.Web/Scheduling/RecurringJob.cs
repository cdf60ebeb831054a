using Quartz;

namespace OrgPortal.Web.Scheduling;

/// <summary>What the scheduler knows of recurring work: its name. A name that this version does not know belongs to another, and is left alone.</summary>
[DisallowConcurrentExecution]
internal sealed class RecurringJob(IEnumerable<RecurringWorkEntry> entries, IServiceProvider services) : IJob
{
    /// <summary>The group of all recurring work in the scheduler's tables.</summary>
    public const string Group = "recurring";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        if (entries.FirstOrDefault(entry => entry.Name == context.JobDetail.Key.Name) is { } entry)
        {
            await ((IRecurringWork)services.GetRequiredService(entry.Work)).RunAsync(cancellationToken);
        }
    }
}
