namespace OrgPortal.Web.Features.Operators;

/// <summary>How far a survey is, as it is kept.</summary>
internal static class SurveyStates
{
    public const string Running = "running";
    public const string Paused = "paused";
    public const string Done = "done";
    public const string Cancelled = "cancelled";
    public const string Stopped = "stopped";

    /// <summary>How far it is.</summary>
    public static SurveyState Parse(string state) => state switch
    {
        Running => SurveyState.Running,
        Paused => SurveyState.Paused,
        Done => SurveyState.Done,
        Cancelled => SurveyState.Cancelled,
        _ => SurveyState.Stopped,
    };
}
