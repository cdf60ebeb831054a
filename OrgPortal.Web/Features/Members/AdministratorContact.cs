using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Members;

/// <summary>An administrator, as every member may know one: a name and a picture, no address.</summary>
/// <param name="Id">Who.</param>
/// <param name="Name">Name, else user name.</param>
/// <param name="PictureUrl">An avatar, if there is one: an absolute http(s) address.</param>
public sealed record AdministratorContact(UserId Id, string Name, string? PictureUrl);
