namespace OrgPortal.Web.Components;

/// <summary>Somebody who can give a permission.</summary>
/// <param name="Id">The person's id: the colour of the avatar.</param>
/// <param name="Name">What to call them.</param>
/// <param name="PictureUrl">Their picture, if there is one.</param>
/// <param name="Href">Their page, for whoever may see it.</param>
public sealed record PermissionContact(string Id, string Name, string? PictureUrl, string? Href);
