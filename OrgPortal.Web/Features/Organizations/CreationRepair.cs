using OrgPortal.Web.Logto;
using OrgPortal.Web.Store;

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
            var creation = scope.ServiceProvider.GetRequiredService<OrganizationCreation>();
            var journal = scope.ServiceProvider.GetRequiredService<CreationJournal>();
            foreach (var broken in await journal.ListBrokenOffAsync(cancellationToken))
            {
                await RepairAsync(creation, journal, broken);
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

    private async Task RepairAsync(OrganizationCreation creation, CreationJournal journal, CreatedOrganization broken)
    {
        var creator = UserId.Parse(broken.UserId, null);
        var held = await creation.HoldAsync(creator);
        if (held.IsFailure)
        {
            return;
        }

        // Inside the lock it is read again: the person may have tried once more meanwhile.
        await using var _ = held.Value;
        var row = await journal.FindAsync(creator, broken.RequestId);
        if (!row.IsFailure && row.Value is { } left && journal.IsBrokenOff(left))
        {
            Repaired(left.RequestId, await creation.UndoAsync(left));
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The creation {RequestId} was broken off. Nothing of it is left: {Done}.")]
    private partial void Repaired(Guid requestId, bool done);

    [LoggerMessage(Level = LogLevel.Error, Message = "Broken-off creations could not be looked through.")]
    private partial void Failed(Exception exception);
}
