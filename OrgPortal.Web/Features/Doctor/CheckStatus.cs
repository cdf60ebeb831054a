using System.Text.Json.Serialization;

namespace OrgPortal.Web.Features.Doctor;

/// <summary>What a check came to, from the best to the worst; skipped is neither.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CheckStatus>))]
public enum CheckStatus
{
    /// <summary>As it should be.</summary>
    [JsonStringEnumMemberName("pass")]
    Pass,

    /// <summary>It works, and something about it should be known or could be better.</summary>
    [JsonStringEnumMemberName("warning")]
    Warning,

    /// <summary>Something does not work.</summary>
    [JsonStringEnumMemberName("failure")]
    Failure,

    /// <summary>Not looked at, because of an earlier failure.</summary>
    [JsonStringEnumMemberName("skipped")]
    Skipped,
}
