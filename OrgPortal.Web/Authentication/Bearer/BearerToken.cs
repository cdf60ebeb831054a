using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Authentication.Bearer;

/// <summary>What a verified access token says. Whose it is and for what; never a right.</summary>
/// <param name="Person">Logto's <c>sub</c>.</param>
/// <param name="ClientId">The application it was issued to.</param>
/// <param name="Audience">The one audience.</param>
/// <param name="OrganizationId">The organization that a token for a resource was narrowed to; <see langword="null"/> for none.</param>
/// <param name="NotBefore">From when it is valid; <see langword="null"/> when it does not say.</param>
/// <param name="ExpiresAt">Until when.</param>
/// <param name="Keys">The keys it was verified with. Where Logto has others by now it is verified anew.</param>
internal sealed record BearerToken(
    UserId Person, string ClientId, string Audience, string? OrganizationId, DateTimeOffset? NotBefore, DateTimeOffset ExpiresAt, SigningKeySet Keys);
