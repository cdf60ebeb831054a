using Microsoft.AspNetCore.Mvc;
using OrgPortal.Web.Authentication;
using OrgPortal.Web.Authentication.SignIn;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Members;

/// <summary>The members as a file, for browsers: the page's search and role, and <c>format</c> (<c>csv</c> or <c>jsonl</c>).</summary>
public static class MemberExportEndpoint
{
    /// <summary>Maps it.</summary>
    public static IEndpointRouteBuilder MapMemberExport(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/organizations/{organizationId}/people/members/export", ExportAsync).ExcludeFromDescription();
        return routes;
    }

    private static async Task<IResult> ExportAsync(
        string organizationId,
        [FromQuery] string? format,
        [FromQuery(Name = "q")] string? search,
        [FromQuery] string? role,
        IMemberExportService service,
        CancellationToken cancellationToken)
    {
        if (!OrganizationId.TryParse(organizationId, null, out var organization))
        {
            return TypedResults.NotFound();
        }

        var query = new MemberQuery(search, OrganizationRoleId.TryParse(role, null, out var chosen) ? chosen : null);
        var export = await service.ExportAsync(organization, query, format == "jsonl" ? MemberExportFormat.JsonLines : MemberExportFormat.Csv, cancellationToken);
        return export switch
        {
            // Back on the page it is a click again.
            { Failure: ReauthenticationRequired } => TypedResults.Redirect(new SignInLink { ReturnUrl = ReturnUrl.From(PeoplePaths.Members(organization, query)), SwitchAccount = true, MaximumAge = IdentityProof.CountsFor }.ToString()),
            { IsFailure: true } => TypedResults.StatusCode(StatusOf(export.Failure)),
            _ => TypedResults.Stream(export.Value.WriteAsync, export.Value.ContentType, export.Value.FileName),
        };
    }

    private static int StatusOf(Failure failure) => failure switch
    {
        NotFound => StatusCodes.Status404NotFound,
        SignInRequired => StatusCodes.Status401Unauthorized,
        Unavailable => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status403Forbidden,
    };
}
