using System.ComponentModel;

namespace OrgPortal.Web.Features.Members.Api;

/// <summary>A permission of an API resource that a member holds.</summary>
internal sealed record ResourcePermissionResponse(
    [property: Description("The resource's id in Logto.")] string ResourceId,
    [property: Description("What the resource is called.")] string ResourceName,
    [property: Description("The permission's name.")] string Scope,
    [property: Description("The names of the member's roles that carry it.")] IReadOnlyList<string> Through)
{
    /// <summary>Maps it.</summary>
    public static ResourcePermissionResponse From(ResourcePower power) => new(power.ResourceId, power.ResourceName, power.Scope, power.Through);
}
