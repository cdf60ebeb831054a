using OrgPortal.Web.Authentication.Bearer;

namespace OrgPortal.Web.Api;

/// <summary>Where the API is.</summary>
internal static class ApiPaths
{
    /// <summary>Everything below is the API's, whether there is such an address or not.</summary>
    public const string Root = BearerServiceCollectionExtensions.Path;

    /// <summary>This version.</summary>
    public const string Version1 = Root + "/v1";

    /// <summary>The description of this version.</summary>
    public const string Description = "/openapi/v1.json";

    /// <summary>Whether a request is to the API.</summary>
    public static bool IsApi(HttpContext context) => context.Request.Path.StartsWithSegments(Root);
}
