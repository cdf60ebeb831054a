using OrgPortal.Web.Results;

namespace OrgPortal.Web.Audit;

/// <summary>The record of who did what. An act whose intent cannot be recorded is not done.</summary>
public interface IAuditTrail
{
    /// <summary>
    /// Records, before the act, that the signed-in person is about to do it. Answers <see cref="Unavailable"/> when the store
    /// does not take it. The outcome is recorded by <see cref="AuditIntent.CompleteAsync(Failure?)"/>; an intent that is
    /// disposed of before that stays on record with an unknown outcome.
    /// </summary>
    Task<Result<AuditIntent>> BeginAsync(AuditAct act);

    /// <summary>Records an act that was refused before it began. Never fails the caller: a refusal stands also when it cannot be recorded.</summary>
    Task RecordDenialAsync(AuditAct act, Failure reason);

    /// <summary>
    /// Records what was done in Logto itself, of which the portal was told afterwards: there is no actor, and no intent. Answers <see cref="Unavailable"/>
    /// when the store does not take it.
    /// </summary>
    Task<Result> RecordElsewhereAsync(AuditAct act);
}
