using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Invitations.Importing;

/// <summary>What became of an import's rows as a file, for browsers.</summary>
public static class InvitationImportEndpoints
{
    /// <summary>Maps it.</summary>
    public static IEndpointRouteBuilder MapInvitationImports(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/organizations/{organizationId}/people/invitations/imports/{import}/result", ExportAsync).ExcludeFromDescription();
        return routes;
    }

    private static async Task<IResult> ExportAsync(string organizationId, string import, IInvitationImportService service, CancellationToken cancellationToken)
    {
        if (!OrganizationId.TryParse(organizationId, null, out var organization) || !Guid.TryParse(import, out var id))
        {
            return TypedResults.NotFound();
        }

        var file = await service.ExportAsync(organization, id, cancellationToken);
        return file.IsFailure ? TypedResults.StatusCode(StatusOf(file.Failure)) : TypedResults.File(file.Value.Bytes, CsvFile.ContentType, file.Value.Name);
    }

    private static int StatusOf(Failure failure) => failure switch
    {
        NotFound => StatusCodes.Status404NotFound,
        SignInRequired => StatusCodes.Status401Unauthorized,
        Unavailable => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status403Forbidden,
    };
}
