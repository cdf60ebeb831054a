namespace OrgPortal.Web.Audit;

/// <summary>How an act stands.</summary>
public static class AuditOutcomes
{
    /// <summary>On record and under way; for good when its end could not be recorded.</summary>
    public const string Begun = "begun";

    /// <summary>Done.</summary>
    public const string Done = "done";

    /// <summary>Allowed, and not done: the reason says why.</summary>
    public const string Failed = "failed";

    /// <summary>Refused before it began.</summary>
    public const string Denied = "denied";
}
