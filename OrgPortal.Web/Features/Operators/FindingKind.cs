using System.Text.Json.Serialization;

namespace OrgPortal.Web.Features.Operators;

/// <summary>What can be wrong with an organization.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FindingKind>))]
public enum FindingKind
{
    /// <summary>Nobody administers it.</summary>
    [JsonStringEnumMemberName("no_administrator")]
    NoAdministrator,

    /// <summary>Some members have no role, and so may do nothing.</summary>
    [JsonStringEnumMemberName("without_role")]
    WithoutRole,

    /// <summary>A domain of it is another organization's too.</summary>
    [JsonStringEnumMemberName("shared_domain")]
    SharedDomain,
}
