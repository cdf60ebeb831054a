using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Authentication.Tokens;

/// <summary>What an access token is for. Nothing at all: for Logto's own userinfo and Account API.</summary>
/// <param name="Resource">The API's resource indicator.</param>
/// <param name="Organization">The organization in whose name.</param>
internal readonly record struct TokenTarget(string? Resource, OrganizationId? Organization)
{
    /// <summary>For userinfo and the Account API.</summary>
    public static TokenTarget UserInfo => default;

    /// <summary>For an organization.</summary>
    public static TokenTarget Of(OrganizationId organization) => new(null, organization);

    /// <summary>The same for equal targets only: an identifier has no line break.</summary>
    public string Key => $"{Organization?.Value}\n{Resource}";
}
