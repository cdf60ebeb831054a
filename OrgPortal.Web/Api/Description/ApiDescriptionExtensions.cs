using OrgPortal.Web.Hosting;
using Scalar.AspNetCore;

namespace OrgPortal.Web.Api.Description;

/// <summary>The description of the API: OpenAPI for programs, and in Development pages to read and try it.</summary>
internal static class ApiDescriptionExtensions
{
    private const string ReferencePath = "/scalar";

    /// <summary>Makes the description of the addresses.</summary>
    public static IServiceCollection AddApiDescription(this IServiceCollection services) => services.AddSingleton<ApiDocument>().AddOpenApi(ApiDocument.Name, options =>
    {
        options.ShouldInclude = address => address.RelativePath?.StartsWith(ApiPaths.Version1.TrimStart('/') + "/", StringComparison.Ordinal) is true;
        options.AddDocumentTransformer<ApiDescription>();
        options.AddOperationTransformer<ApiDescription>();
    });

    /// <summary>Serves it. Nothing in it is anybody's secret.</summary>
    public static void MapApiDescription(this WebApplication app)
    {
        app.MapGet(ApiPaths.Description, async (ApiDocument document) => TypedResults.Bytes(await document.ReadAsync(), "application/json")).AllowAnonymous().ExcludeFromDescription();
        if (!app.Environment.IsDevelopment())
        {
            return;
        }

        // Everything it shows comes with the package: no host but this one is asked.
        app.MapScalarApiReference(ReferencePath, (options, context) =>
        {
            options.Title = "OrgPortal API";
            options.OpenApiRoutePattern = ApiPaths.Description;
            options.Nonce = PageNonce.Of(context);
            options.DefaultFonts = false;
            options.Telemetry = false;
            options.ProxyUrl = null;
            options.HideClientButton = true;
            options.ShowDeveloperTools = DeveloperToolsVisibility.Never;
            options.DisableAgent().DisableMcp();
        }).AllowAnonymous();
    }
}
