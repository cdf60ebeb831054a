using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Account;

/// <summary>The signed-in person's account, as Logto has it now.</summary>
/// <param name="Id">Who it is.</param>
/// <param name="Name">The name; <see langword="null"/> for none.</param>
/// <param name="UserName">The user name; <see langword="null"/> for none.</param>
/// <param name="EmailAddress">The address people sign in with; <see langword="null"/> for none.</param>
/// <param name="AvatarUrl">The picture's address; <see langword="null"/> for none.</param>
/// <param name="Locale">The language that Logto speaks with the person, a language tag; <see langword="null"/> when the person never said.</param>
public sealed record AccountProfile(UserId Id, string? Name, string? UserName, string? EmailAddress, string? AvatarUrl, string? Locale);
