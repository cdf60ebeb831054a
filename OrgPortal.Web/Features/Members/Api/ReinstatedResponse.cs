using System.ComponentModel;

namespace OrgPortal.Web.Features.Members.Api;

/// <summary>Somebody who is a member again.</summary>
internal sealed record ReinstatedResponse(
    [property: Description("What to call the person.")] string Name,
    [property: Description("The names of the roles given back.")] IReadOnlyList<string> Roles,
    [property: Description("The names of roles of then that are no more.")] IReadOnlyList<string> MissingRoles)
{
    /// <summary>Maps it.</summary>
    public static ReinstatedResponse From(Reinstated reinstated) => new(reinstated.Name, reinstated.Roles, reinstated.MissingRoles);
}
