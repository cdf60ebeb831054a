using Microsoft.AspNetCore.Mvc;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Audit;

/// <summary>The audit log as a file, for browsers: the page's filters, and <c>format</c> (<c>csv</c> or <c>jsonl</c>).</summary>
public static class AuditExportEndpoint
{
    /// <summary>Maps it.</summary>
    public static IEndpointRouteBuilder MapAuditExport(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/organizations/{organizationId}/audit/export", ExportAsync).ExcludeFromDescription();
        return routes;
    }

    private static async Task<IResult> ExportAsync(
        string organizationId,
        [FromQuery] string? format,
        [FromQuery] string? who,
        [FromQuery] string? action,
        [FromQuery] string? result,
        [FromQuery] string? from,
        [FromQuery] string? to,
        [FromQuery(Name = "q")] string? text,
        IAuditService service,
        CancellationToken cancellationToken)
    {
        if (!OrganizationId.TryParse(organizationId, null, out var organization))
        {
            return TypedResults.NotFound();
        }

        var filter = AuditFilter.Parse(who, action, result, from, to, text);
        var export = await service.ExportAsync(organization, filter, format == "jsonl" ? AuditExportFormat.JsonLines : AuditExportFormat.Csv, cancellationToken);
        return export.IsFailure ? TypedResults.StatusCode(StatusOf(export.Failure)) : TypedResults.Stream(export.Value.WriteAsync, export.Value.ContentType, export.Value.FileName);
    }

    private static int StatusOf(Failure failure) => failure switch
    {
        NotFound => StatusCodes.Status404NotFound,
        SignInRequired => StatusCodes.Status401Unauthorized,
        Unavailable => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status403Forbidden,
    };
}
