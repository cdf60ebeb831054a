using System.ComponentModel;

namespace OrgPortal.Web.Features.Account.Api;

/// <summary>The caller's account, as Logto has it now.</summary>
internal sealed record MeResponse(
    [property: Description("The person's id in Logto: the token's sub.")] string Id,
    [property: Description("The name; null for none.")] string? Name,
    [property: Description("The user name; null for none.")] string? UserName,
    [property: Description("The address the person signs in with; null for none.")] string? EmailAddress,
    [property: Description("The picture's address; null for none.")] string? PictureUrl,
    [property: Description("The language that Logto speaks with the person, a language tag; null when the person never said.")] string? Locale)
{
    /// <summary>Maps it.</summary>
    public static MeResponse From(AccountProfile profile) => new(profile.Id.Value, profile.Name, profile.UserName, profile.EmailAddress, profile.AvatarUrl, profile.Locale);
}
