using System.ComponentModel;

namespace OrgPortal.Web.Features.Members.Api;

/// <summary>A permission of the organization, held or not.</summary>
internal sealed record MemberPermissionResponse(
    [property: Description("The portal's permission, such as members.read; null for one that only other applications ask for.")] string? Permission,
    [property: Description("Its name in Logto, such as read:member.")] string Scope,
    [property: Description("Whether the member holds it.")] bool IsHeld,
    [property: Description("The names of the member's roles that carry it.")] IReadOnlyList<string> Through,
    [property: Description("Where it is not held: the names of the roles that would give it.")] IReadOnlyList<string> ComesWith)
{
    /// <summary>Maps it.</summary>
    public static MemberPermissionResponse From(MemberPower power) => new(power.Key?.Value, power.Scope, power.IsHeld, power.Through, power.ComesWith);
}
