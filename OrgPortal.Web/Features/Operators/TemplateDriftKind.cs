using System.Text.Json.Serialization;

namespace OrgPortal.Web.Features.Operators;

/// <summary>In what the organization template is not as the portal needs it, the gravest first.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TemplateDriftKind>))]
public enum TemplateDriftKind
{
    /// <summary>No role for people makes an administrator: nobody can create organizations.</summary>
    [JsonStringEnumMemberName("no_administrator_role")]
    NoAdministratorRole,

    /// <summary>The role that the settings name for administrators lacks what makes one.</summary>
    [JsonStringEnumMemberName("weak_administrator_role")]
    WeakAdministratorRole,

    /// <summary>The template lacks a permission that stands for one of the portal's.</summary>
    [JsonStringEnumMemberName("missing_permission")]
    MissingPermission,

    /// <summary>No role for people carries it: nobody can do it.</summary>
    [JsonStringEnumMemberName("idle_permission")]
    IdlePermission,

    /// <summary>Stands for nothing in the portal: a product's own, or a mistake.</summary>
    [JsonStringEnumMemberName("unknown_permission")]
    UnknownPermission,
}
