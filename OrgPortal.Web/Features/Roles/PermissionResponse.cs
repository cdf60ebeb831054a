using System.ComponentModel;
using OrgPortal.Web.Localization;

namespace OrgPortal.Web.Features.Roles;

/// <summary>A permission of the catalogue.</summary>
internal sealed record PermissionResponse(
    [property: Description("What it is called here, such as members.invite.")] string Key,
    [property: Description("What it is called to people, in the caller's language.")] string Name,
    [property: Description("The organization permission in Logto that stands for it.")] string Scope)
{
    /// <summary>Maps it.</summary>
    public static PermissionResponse From(PermissionEntry permission, PermissionTexts texts) => new(permission.Key.Value, texts.NameOf(permission.Key), permission.Scope);
}
