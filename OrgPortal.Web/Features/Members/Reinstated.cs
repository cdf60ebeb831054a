namespace OrgPortal.Web.Features.Members;

/// <summary>Somebody who is a member again.</summary>
/// <param name="Name">What to call the person.</param>
/// <param name="Roles">The roles given back, by name.</param>
/// <param name="MissingRoles">Roles of then that are no more.</param>
public sealed record Reinstated(string Name, IReadOnlyList<string> Roles, IReadOnlyList<string> MissingRoles);
