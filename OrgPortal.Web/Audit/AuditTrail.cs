using System.Data.Common;
using System.Diagnostics;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OrgPortal.Web.Authentication;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Audit;

internal sealed partial class AuditTrail(
    IDbContextFactory<PortalDbContext> store,
    ICurrentUser currentUser,
    IRequestOrigin origin,
    TimeProvider time,
    ILogger<AuditTrail> logger) : IAuditTrail
{
    public async Task<Result<AuditIntent>> BeginAsync(AuditAct act)
    {
        var entry = await CreateAsync(act, "begun");
        return await TryWriteAsync(context => context.Add(entry))
            ? new StoredIntent(this, entry)
            : new Unavailable();
    }

    public async Task RecordDenialAsync(AuditAct act, Failure reason)
    {
        var entry = await CreateAsync(act, "denied");
        entry.Reason = reason.Code;
        entry.CompletedAt = entry.At;
        await TryWriteAsync(context => context.Add(entry));
    }

    private DateTimeOffset Now => time.GetUtcNow();

    private async Task<AuditEntry> CreateAsync(AuditAct act, string outcome)
    {
        var actor = await currentUser.GetAsync();
        return new AuditEntry
        {
            At = Now,
            Action = act.Action,
            OrganizationId = act.Organization?.Value,
            ActorId = actor?.Id.Value,
            ActorName = actor?.Name,
            TargetKind = act.TargetKind,
            TargetId = act.TargetId,
            TargetName = act.TargetName,
            Before = ToJson(act.Before),
            After = ToJson(act.After),
            Outcome = outcome,
            IpAddress = origin.IpAddress,
            CorrelationId = Activity.Current?.TraceId.ToString(),
        };
    }

    private static string? ToJson(object? state) => state is null ? null : JsonSerializer.Serialize(state, JsonSerializerOptions.Web);

    private async Task<bool> TryWriteAsync(Action<PortalDbContext> write)
    {
        try
        {
            await using var context = await store.CreateDbContextAsync();
            write(context);
            await context.SaveChangesAsync();
            return true;
        }
        catch (Exception exception) when (exception is DbUpdateException or DbException or InvalidOperationException)
        {
            StoreFailed(exception);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "The audit trail could not be written.")]
    private partial void StoreFailed(Exception exception);

    private sealed class StoredIntent(AuditTrail trail, AuditEntry entry) : AuditIntent
    {
        public override async Task CompleteAsync(Failure? failure)
        {
            entry.CompletedAt = trail.Now;
            entry.Outcome = failure is null ? "done" : "failed";
            entry.Reason = failure?.Code;
            entry.TargetId = TargetId ?? entry.TargetId;
            entry.OrganizationId = Organization?.Value ?? entry.OrganizationId;

            // The act is over: when its outcome cannot be recorded, the entry stays "begun", which says just that.
            await trail.TryWriteAsync(context => context.Update(entry));
        }

        public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
