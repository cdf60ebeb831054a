using System.Text.Json.Serialization;

namespace OrgPortal.Web.Features.Operators;

/// <summary>For whom a role is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TemplateRoleKind>))]
public enum TemplateRoleKind
{
    /// <summary>For people.</summary>
    [JsonStringEnumMemberName("people")]
    People,

    /// <summary>For machines.</summary>
    [JsonStringEnumMemberName("machines")]
    Machines,

    /// <summary>For something that this version does not know.</summary>
    [JsonStringEnumMemberName("other")]
    Other,
}
