using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using OrgPortal.Web.Features.Members;
using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Requests;

/// <summary>The URLs of requests.</summary>
public static class RequestPaths
{
    /// <summary>Those that have ended, in a URL.</summary>
    public const string Ended = "ended";

    /// <summary>The requests that a query finds.</summary>
    public static string List(OrganizationId organization, RequestQuery query) => QueryHelpers.AddQueryString(PeoplePaths.Requests(organization), new Dictionary<string, string?>
    {
        ["status"] = query.ShowsEnded ? Ended : null,
        ["page"] = query.Page > 1 ? query.Page.ToString(CultureInfo.InvariantCulture) : null,
    });
}
