using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Authentication;

/// <summary>The signed-in person, as the sign-in told it. Good for display and as the acting person; never for rights.</summary>
/// <param name="Id">Logto's <c>sub</c>.</param>
/// <param name="Name">What to call the person: name, else user name, else address.</param>
/// <param name="EmailAddress">Primary address at sign-in, lower-cased; <see langword="null"/> when the account has none. Acceptance reads it fresh instead.</param>
/// <param name="PictureUrl">Avatar, if any.</param>
/// <param name="SessionId">The portal's session, for ending it; <see langword="null"/> for a bearer of an access token.</param>
/// <param name="AuthenticatedAt">When the person last proved to Logto who they are; <see langword="null"/> when that is not known. See <see cref="IdentityProof"/>.</param>
public sealed record Person(UserId Id, string Name, string? EmailAddress, Uri? PictureUrl, string? SessionId, DateTimeOffset? AuthenticatedAt = null);
