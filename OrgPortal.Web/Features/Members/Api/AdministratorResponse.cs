using System.ComponentModel;

namespace OrgPortal.Web.Features.Members.Api;

/// <summary>An administrator, as every member may know one: no address.</summary>
internal sealed record AdministratorResponse(
    [property: Description("The person's id in Logto.")] string Id,
    [property: Description("Name, else user name.")] string Name,
    [property: Description("An avatar, an absolute http(s) address; null when there is none.")] string? PictureUrl)
{
    /// <summary>Maps it.</summary>
    public static AdministratorResponse From(AdministratorContact contact) => new(contact.Id.Value, contact.Name, contact.PictureUrl);
}
