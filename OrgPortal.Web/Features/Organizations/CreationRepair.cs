namespace OrgPortal.Web.Features.Organizations;

/// <summary>Clears away what broken-off creations left in Logto: at the start, and every few minutes.</summary>
internal sealed partial class CreationRepair(IServiceScopeFactory scopes, TimeProvider time, ILogger<CreationRepair> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            await RepairAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task RepairAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var creation = scope.ServiceProvider.GetRequiredService<OrganizationCreation>();
            foreach (var broken in await creation.ListBrokenOffAsync(cancellationToken))
            {
                Repaired(broken.RequestId, await creation.UndoAsync(broken));
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // A repair that fails is tried again; it must not end the portal.
            Failed(exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A broken-off creation ({RequestId}) was found. Cleared away: {Done}.")]
    private partial void Repaired(Guid requestId, bool done);

    [LoggerMessage(Level = LogLevel.Error, Message = "Broken-off creations could not be looked through.")]
    private partial void Failed(Exception exception);
}
