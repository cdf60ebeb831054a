namespace OrgPortal.Web.Features.Security;

/// <summary>How far a count is, as it is kept.</summary>
internal static class CountStates
{
    public const string Running = "running";

    public const string Done = "done";

    public const string Cancelled = "cancelled";

    public const string Stopped = "stopped";
}
