using System.Text.Json.Serialization;

namespace OrgPortal.Web.Features.Operators;

/// <summary>How far a survey is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SurveyState>))]
public enum SurveyState
{
    /// <summary>Under way.</summary>
    [JsonStringEnumMemberName("running")]
    Running,

    /// <summary>Waits until somebody lets it go on.</summary>
    [JsonStringEnumMemberName("paused")]
    Paused,

    /// <summary>Every organization was looked at.</summary>
    [JsonStringEnumMemberName("done")]
    Done,

    /// <summary>Somebody ended it before.</summary>
    [JsonStringEnumMemberName("cancelled")]
    Cancelled,

    /// <summary>Whoever asked for it is no operator any more.</summary>
    [JsonStringEnumMemberName("stopped")]
    Stopped,
}
