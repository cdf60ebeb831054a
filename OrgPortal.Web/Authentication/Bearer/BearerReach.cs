using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Authentication.Bearer;

/// <summary>
/// Where a token reaches. In an organization: a token for that organization, or one for the portal's resource that was narrowed to it. Everywhere
/// else: one for the portal's resource that was not narrowed. A token for the resource that names no organization never reaches into one: Logto
/// issues it to whoever belongs to any.
/// </summary>
internal static class BearerReach
{
    /// <summary>What the audience of an organization's token begins with; the organization's id follows.</summary>
    public const string OrganizationAudience = "urn:logto:organization:";

    /// <summary>The token is of another organization.</summary>
    public const string OtherOrganization = "token_of_other_organization";

    /// <summary>The token is for no organization, and the address is in one.</summary>
    public const string OrganizationNeeded = "organization_token_required";

    /// <summary>The token is for an organization, and the address is in none.</summary>
    public const string ResourceNeeded = "resource_token_required";

    /// <summary>The route value that names the organization of an address.</summary>
    public const string RouteValue = "organization";

    /// <summary>Whether it is for the portal at all.</summary>
    public static bool IsOurs(BearerToken token, ApiOptions options) =>
        token.Audience == options.Resource || (token.OrganizationId is null && OrganizationOf(token) is not null);

    /// <summary>Why it does not reach the address; <see langword="null"/> when it does.</summary>
    /// <param name="token">A token that is for the portal.</param>
    /// <param name="organization">The organization in the address; <see langword="null"/> for an address in none.</param>
    public static string? Refuse(BearerToken token, string? organization) => (OrganizationOf(token), organization) switch
    {
        (null, null) => null,
        (null, _) => OrganizationNeeded,
        (_, null) => ResourceNeeded,
        var (own, asked) => own == asked ? null : OtherOrganization,
    };

    private static string? OrganizationOf(BearerToken token) =>
        token.Audience.StartsWith(OrganizationAudience, StringComparison.Ordinal)
            ? OrganizationId.TryParse(token.Audience[OrganizationAudience.Length..], null, out var organization) ? organization.Value : null
            : token.OrganizationId;
}
