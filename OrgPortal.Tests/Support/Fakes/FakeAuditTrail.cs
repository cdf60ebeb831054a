using OrgPortal.Web.Audit;
using OrgPortal.Web.Results;

namespace OrgPortal.Tests.Support.Fakes;

/// <summary>An audit trail in a list, which several may write at once.</summary>
public sealed class FakeAuditTrail : IAuditTrail
{
    public List<FakeAuditRecord> Records { get; } = [];

    /// <summary>When set, no intent can be recorded.</summary>
    public bool IsDown { get; set; }

    public Task<Result<AuditIntent>> BeginAsync(AuditAct act)
    {
        if (IsDown)
        {
            return Task.FromResult<Result<AuditIntent>>(new Unavailable());
        }

        var record = new FakeAuditRecord(act) { Outcome = "begun" };
        Add(record);
        return Task.FromResult<Result<AuditIntent>>(new Intent(record));
    }

    public Task RecordDenialAsync(AuditAct act, Failure reason)
    {
        Add(new FakeAuditRecord(act) { Outcome = "denied", Reason = reason.Code });
        return Task.CompletedTask;
    }

    public Task<Result> RecordElsewhereAsync(AuditAct act)
    {
        if (IsDown)
        {
            return Task.FromResult<Result>(new Unavailable());
        }

        Add(new FakeAuditRecord(act) { Outcome = "done" });
        return Task.FromResult(Result.Done);
    }

    // Several acts are under way at a time.
    private void Add(FakeAuditRecord record)
    {
        lock (Records)
        {
            Records.Add(record);
        }
    }

    private sealed class Intent(FakeAuditRecord record) : AuditIntent
    {
        public override Task CompleteAsync(Failure? failure)
        {
            record.Outcome = failure is null ? "done" : "failed";
            record.Reason = failure?.Code;
            record.TargetId = TargetId ?? record.Act.TargetId;
            record.Organization = Organization ?? record.Act.Organization;
            return Task.CompletedTask;
        }

        public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
