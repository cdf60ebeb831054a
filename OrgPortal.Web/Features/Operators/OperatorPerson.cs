using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Operators;

/// <summary>An administrator, as operators see one.</summary>
/// <param name="Id">Who.</param>
/// <param name="Name">What to call them: name, else user name, else address, else id.</param>
/// <param name="EmailAddress">Where to reach them, if it is known.</param>
/// <param name="PictureUrl">A picture, if there is one.</param>
public sealed record OperatorPerson(UserId Id, string Name, string? EmailAddress, string? PictureUrl);
