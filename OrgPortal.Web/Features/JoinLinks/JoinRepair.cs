using OrgPortal.Web.Locks;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Scheduling;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.JoinLinks;

/// <summary>Brings to an end what was broken off while somebody joined by a link.</summary>
internal sealed partial class JoinRepair(JoinLinkRecords records, JoiningByLink joining, IOrganizationLocks locks, ILogger<JoinRepair> logger) : IRecurringWork
{
    /// <summary>By which the schedule knows it.</summary>
    public const string Name = "join_links.repair";

    /// <summary>How often it looks.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var broken in await records.ListBrokenOffAsync(cancellationToken))
        {
            if (!cancellationToken.IsCancellationRequested)
            {
                await RepairAsync(broken);
            }
        }
    }

    private async Task RepairAsync(JoinLinkUse broken)
    {
        var held = await locks.HoldAsync(OrganizationId.Parse(broken.OrganizationId, null));
        if (held.IsFailure)
        {
            return;
        }

        // Inside the lock it is read again: the person may have tried once more meanwhile.
        await using var hold = held.Value;
        var use = await records.FindUseAsync(broken.LinkId, UserId.Parse(broken.UserId, null));
        if (use is not { IsFailure: false, Value: { State: JoinLinkUseStates.Begun } left })
        {
            return;
        }

        if (await joining.SettleAsync(left) is { } isMember)
        {
            joining.Announce(left);
            Repaired(isMember);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Somebody's joining by a link was broken off, and is brought to an end. The person has joined: {Done}.")]
    private partial void Repaired(bool done);
}
