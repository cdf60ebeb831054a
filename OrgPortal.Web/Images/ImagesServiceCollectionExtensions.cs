using Microsoft.Extensions.Options;
using OrgPortal.Web.Components;
using OrgPortal.Web.Outbound;

namespace OrgPortal.Web.Images;

/// <summary>Pictures of people and organizations that stand on other hosts.</summary>
internal static class ImagesServiceCollectionExtensions
{
    /// <summary>Registers the room.</summary>
    public static IServiceCollection AddImages(this IServiceCollection services)
    {
        services.AddOptions<ImageOptions>().BindConfiguration(ImageOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ImageOptions>, ImageOptionsValidator>();
        services.AddOutbound();
        services.AddSingleton<PictureAddress>();
        services.AddSingleton<PictureFetcher>();
        services.AddSingleton<PictureGallery>();
        services.AddSingleton<ImageTokens>();
        services.AddSingleton<IImageSource>(provider => provider.GetRequiredService<ImageTokens>());
        services.AddSingleton<ILogoEncoder, LogoEncoder>();
        return services;
    }
}
