using OrgPortal.Web.Locks;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.JoinLinks;

/// <summary>Brings to an end what was broken off while somebody joined by a link: at the start, and every minute.</summary>
internal sealed partial class JoinRepair(IServiceScopeFactory scopes, TimeProvider time, ILogger<JoinRepair> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    /// <summary>Looks once.</summary>
    public async Task RepairAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var records = scope.ServiceProvider.GetRequiredService<JoinLinkRecords>();
            foreach (var broken in await records.ListBrokenOffAsync(cancellationToken))
            {
                await RepairAsync(scope.ServiceProvider, records, broken);
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

    private async Task RepairAsync(IServiceProvider services, JoinLinkRecords records, JoinLinkUse broken)
    {
        var held = await services.GetRequiredService<IOrganizationLocks>().HoldAsync(OrganizationId.Parse(broken.OrganizationId, null));
        if (held.IsFailure)
        {
            return;
        }

        // Inside the lock it is read again: the person may have tried once more meanwhile, or another node was faster.
        await using var hold = held.Value;
        var use = await records.FindUseAsync(broken.LinkId, UserId.Parse(broken.UserId, null));
        if (use is not { IsFailure: false, Value: { State: JoinLinkUseStates.Begun } left })
        {
            return;
        }

        var joining = services.GetRequiredService<JoiningByLink>();
        if (await joining.SettleAsync(left) is { } isMember)
        {
            joining.Announce(left);
            Repaired(isMember);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Somebody's joining by a link was broken off, and is brought to an end. The person has joined: {Done}.")]
    private partial void Repaired(bool done);

    [LoggerMessage(Level = LogLevel.Error, Message = "Broken-off joinings by a link could not be looked through.")]
    private partial void Failed(Exception exception);
}
