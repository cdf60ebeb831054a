using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using OrgPortal.Web.Authentication;
using OrgPortal.Web.Events;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Audit;

internal sealed partial class AuditTrail(
    AuditChainWriter chain,
    ICurrentUser currentUser,
    IRequestOrigin origin,
    IOrganizationEvents events,
    ILogger<AuditTrail> logger) : IAuditTrail
{
    public async Task<Result<AuditIntent>> BeginAsync(AuditAct act)
    {
        var content = await ContentAsync(act, AuditOutcomes.Begun);
        return await TryAppendAsync(content) is { } sequence ? new StoredIntent(this, content, sequence, act.Organization) : new Unavailable();
    }

    public async Task RecordDenialAsync(AuditAct act, Failure reason)
    {
        await TryAppendAsync(await ContentAsync(act, AuditOutcomes.Denied) with { Reason = reason.Code });
        Announce(act.Organization);
    }

    public async Task<Result> RecordElsewhereAsync(AuditAct act)
    {
        var content = await ContentAsync(act, AuditOutcomes.Done);
        if (await TryAppendAsync(content with { ActorId = null, ActorName = null, IpAddress = null }) is null)
        {
            return new Unavailable();
        }

        Announce(act.Organization);
        return Result.Done;
    }

    private async Task<AuditContent> ContentAsync(AuditAct act, string outcome)
    {
        var actor = await currentUser.GetAsync();
        return new AuditContent
        {
            Action = act.Action,
            OrganizationId = act.Organization?.Value,
            ActorId = actor?.Id.Value,
            ActorName = actor?.Name,
            TargetKind = act.TargetKind,
            TargetId = act.TargetId,
            TargetName = act.TargetName,
            Before = AuditContent.ToJson(act.Before),
            After = AuditContent.ToJson(act.After),
            Outcome = outcome,
            IpAddress = origin.IpAddress,
            CorrelationId = Activity.Current?.TraceId.ToString(),
        };
    }

    private async Task<long?> TryAppendAsync(AuditContent content)
    {
        try
        {
            return await chain.AppendAsync(content);
        }
        catch (Exception exception) when (exception is DbUpdateException or DbException or InvalidOperationException)
        {
            StoreFailed(exception);
            return null;
        }
    }

    private void Announce(OrganizationId? organization)
    {
        if (organization is { } where)
        {
            events.Publish(new AuditRecorded(where));
        }
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "The audit trail could not be written.")]
    private partial void StoreFailed(Exception exception);

    private sealed class StoredIntent(AuditTrail trail, AuditContent begun, long sequence, OrganizationId? organization) : AuditIntent
    {
        private bool _isComplete;

        public override async Task CompleteAsync(Failure? failure)
        {
            if (_isComplete)
            {
                return;
            }

            // The act is over: when its outcome cannot be recorded, the intent stands alone, which says just that.
            _isComplete = true;
            await trail.TryAppendAsync(begun with
            {
                IntentSequence = sequence,
                Outcome = failure is null ? AuditOutcomes.Done : AuditOutcomes.Failed,
                Reason = failure?.Code,
                TargetId = TargetId ?? begun.TargetId,
                OrganizationId = Organization?.Value ?? begun.OrganizationId,
            });
            trail.Announce(Organization ?? organization);
        }

        public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
