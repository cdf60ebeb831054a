using System.ComponentModel;

namespace OrgPortal.Web.Features.Operators.Api;

/// <summary>The survey that is under way, or the last one.</summary>
internal sealed record SurveyResponse(
    [property: Description("How far it is; null when there was none.")] SurveyState? State,
    [property: Description("When it began.")] DateTimeOffset? StartedAt,
    [property: Description("Who asked for it; null for the portal by itself.")] string? StartedByName,
    [property: Description("When it ended.")] DateTimeOffset? EndedAt,
    [property: Description("How many organizations were looked at.")] int Seen,
    [property: Description("How many there are.")] int Total,
    [property: Description("While it is under way: not before then, because Logto did not answer.")] DateTimeOffset? WaitUntil,
    [property: Description("When the last survey ended that came to the end of the tenant.")] DateTimeOffset? WholeAt)
{
    /// <summary>Maps it.</summary>
    public static SurveyResponse From(SurveyProgress? survey) => survey is null
        ? new SurveyResponse(null, null, null, null, 0, 0, null, null)
        : new SurveyResponse(survey.State, survey.StartedAt, survey.StartedByName, survey.EndedAt, survey.Seen, survey.Total, survey.WaitUntil, survey.WholeAt);
}
