using Microsoft.Extensions.Options;
using OrgPortal.Web.Components;

namespace OrgPortal.Web.App.Theme;

/// <summary>The deployer's brand.</summary>
internal static class BrandExtensions
{
    private const string LogoPath = "/brand/logo";

    /// <summary>Adds the brand that the settings describe.</summary>
    public static IServiceCollection AddBrand(this IServiceCollection services)
    {
        services.AddOptions<BrandOptions>().BindConfiguration(BrandOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<BrandOptions>, BrandOptionsValidator>();
        services.AddSingleton(provider => new BrandFiles(
            provider.GetRequiredService<IOptions<BrandOptions>>().Value.LogoFile is { } file && !string.IsNullOrWhiteSpace(file)
                ? BrandLogo.Read(BrandOptionsValidator.PathOf(file, provider.GetRequiredService<IHostEnvironment>()))
                : null));
        services.AddSingleton(provider => Brand(
            provider.GetRequiredService<IOptions<BrandOptions>>().Value, provider.GetRequiredService<BrandFiles>().Logo, provider.GetRequiredService<IImageSource>()));
        return services;
    }

    /// <summary>Maps the logo's file, for everybody.</summary>
    public static IEndpointRouteBuilder MapBrand(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(LogoPath, SendLogo).AllowAnonymous().ExcludeFromDescription();
        return routes;
    }

    private static IResult SendLogo(BrandFiles files, HttpResponse response)
    {
        if (files.Logo is not { } logo)
        {
            return TypedResults.NotFound();
        }

        // The address changes with the file. An SVG that is opened by itself is a document: it may load and run nothing.
        response.Headers.CacheControl = "public, max-age=31536000, immutable";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
        return TypedResults.Bytes(logo.Content, logo.ContentType);
    }

    private static PortalBrand Brand(BrandOptions options, BrandLogo? file, IImageSource images) => new(
        options.Name.Trim(),
        file is not null ? $"{LogoPath}?v={file.Version}" : images.PathOf(options.LogoUrl, ImageShape.WideLogo, isPublic: true),
        RgbColor.TryParse(options.Accent?.Trim(), out var accent) ? AccentTones.Of(accent) : null);
}
