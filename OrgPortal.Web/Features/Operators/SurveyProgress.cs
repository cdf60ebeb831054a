using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.Operators;

/// <summary>The survey that is under way, or the last one.</summary>
/// <param name="State">How far it is.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="StartedByName">Who asked for it; <see langword="null"/> for the portal by itself.</param>
/// <param name="EndedAt">When it ended.</param>
/// <param name="WaitUntil">While it is under way: not before then, because Logto did not answer, or asked to be left alone.</param>
/// <param name="Seen">How many organizations were looked at.</param>
/// <param name="Total">How many there are.</param>
/// <param name="WholeAt">When the last survey ended that came to the end of the tenant; <see langword="null"/> when none has.</param>
public sealed record SurveyProgress(
    SurveyState State, DateTimeOffset StartedAt, string? StartedByName, DateTimeOffset? EndedAt, DateTimeOffset? WaitUntil, int Seen, int Total, DateTimeOffset? WholeAt)
{
    /// <summary>Whether it is neither at its end nor ended.</summary>
    public bool IsOpen => State is SurveyState.Running or SurveyState.Paused;

    internal static SurveyProgress Of(TenantSurvey row) =>
        new(SurveyStates.Parse(row.State), row.StartedAt, row.StartedByName, row.EndedAt, row.WaitUntil, Math.Min(row.Seen, row.Total), row.Total, row.WholeAt);
}
