using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Organizations;

/// <summary>Clears away what broken-off creations left in Logto: at the start, and every minute.</summary>
internal sealed partial class CreationRepair(IServiceScopeFactory scopes, TimeProvider time, ILogger<CreationRepair> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    /// <summary>Looks once.</summary>
    public async Task RepairAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var clearing = scope.ServiceProvider.GetRequiredService<CreationClearing>();
            var journal = scope.ServiceProvider.GetRequiredService<CreationJournal>();
            foreach (var broken in await journal.ListBrokenOffAsync(cancellationToken))
            {
                var cleared = await clearing.RunAsync(UserId.Parse(broken.UserId, null), broken.RequestId);
                if (cleared.Failure is not NotFound)
                {
                    Repaired(broken.RequestId, !cleared.IsFailure);
                }
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // A repair that fails is tried again; it must not end the portal.
            Failed(exception);
        }
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            await RepairAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The creation {RequestId} was broken off. Nothing of it is left: {Done}.")]
    private partial void Repaired(Guid requestId, bool done);

    [LoggerMessage(Level = LogLevel.Error, Message = "Broken-off creations could not be looked through.")]
    private partial void Failed(Exception exception);
}
