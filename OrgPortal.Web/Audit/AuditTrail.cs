using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using OrgPortal.Web.Authentication;
using OrgPortal.Web.Authentication.Visits;
using OrgPortal.Web.Events;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Audit;

internal sealed partial class AuditTrail(
    AuditChainWriter chain,
    ICurrentUser currentUser,
    IRequestOrigin origin,
    IVisits visits,
    IOrganizationEvents events,
    ILogger<AuditTrail> logger) : IAuditTrail
{
    public async Task<Result<AuditIntent>> BeginAsync(AuditAct act)
    {
        // Whether it is done on a visit must be known, or it is not done.
        var content = await ContentAsync(act, AuditOutcomes.Begun);
        return !content.IsFailure && await TryAppendAsync(content.Value) is { } sequence ? new StoredIntent(this, content.Value, sequence, act.Organization) : new Unavailable();
    }

    public async Task RecordDenialAsync(AuditAct act, Failure reason)
    {
        var content = await ContentAsync(act, AuditOutcomes.Denied);
        if (!content.IsFailure)
        {
            await TryAppendAsync(content.Value with { Reason = reason.Code });
        }

        Announce(act.Organization);
    }

    public async Task<Result> RecordElsewhereAsync(AuditAct act)
    {
        var content = await ContentAsync(act, AuditOutcomes.Done);
        if (content.IsFailure || await TryAppendAsync(content.Value with { ActorId = null, ActorName = null, IpAddress = null, VisitId = null }) is null)
        {
            return new Unavailable();
        }

        Announce(act.Organization);
        return Result.Done;
    }

    private async Task<Result<AuditContent>> ContentAsync(AuditAct act, string outcome)
    {
        var actor = await currentUser.GetAsync();
        var visit = actor is not null && act.Organization is { } organization ? await visits.FindAsync(organization, actor.Id) : Result.Of<Visit?>(null);
        if (visit.IsFailure)
        {
            return visit.Failure;
        }

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
            VisitId = visit.Value?.Id,
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
