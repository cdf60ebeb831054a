using System.Globalization;
using OrgPortal.Web.Hosting;

namespace OrgPortal.Web.Images;

/// <summary>Pictures of other hosts, from the portal's own address: browsers tell nobody else who looks at which page.</summary>
internal static class ImageEndpoints
{
    private const string ContentType = "image/webp";

    /// <summary>Pictures from one network in a minute: an office that opens the longest list at once.</summary>
    private const int AMinute = 3000;

    private static readonly string KeptFor = Seconds(PictureGallery.KeptFor);
    private static readonly string FailureKeptFor = Seconds(PictureGallery.FailureKeptFor);

    /// <summary>Maps both doors.</summary>
    public static IEndpointRouteBuilder MapImages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(ImageTokens.Path + "{token}", OpenAsync).WithMetadata(new RequestsPerMinuteAttribute(AMinute)).ExcludeFromDescription();
        routes.MapGet(ImageTokens.PublicPath + "{token}", OpenPublicAsync).WithMetadata(new RequestsPerMinuteAttribute(AMinute)).AllowAnonymous().ExcludeFromDescription();
        return routes;
    }

    private static Task<IResult> OpenAsync(string token, ImageTokens tokens, PictureGallery gallery, HttpResponse response, CancellationToken cancellationToken) =>
        ServeAsync(tokens.Read(token, isPublic: false), gallery, response, cancellationToken);

    private static Task<IResult> OpenPublicAsync(string token, ImageTokens tokens, PictureGallery gallery, HttpResponse response, CancellationToken cancellationToken) =>
        ServeAsync(tokens.Read(token, isPublic: true), gallery, response, cancellationToken);

    private static async Task<IResult> ServeAsync(RemotePicture? remote, PictureGallery gallery, HttpResponse response, CancellationToken cancellationToken)
    {
        var picture = remote is null ? null : await gallery.GetAsync(remote, cancellationToken);
        response.Headers.ContentSecurityPolicy = "default-src 'none'";
        response.Headers.CacheControl = picture is null ? $"private, max-age={FailureKeptFor}" : $"private, max-age={KeptFor}, immutable";
        if (picture is not null)
        {
            return TypedResults.Bytes(picture.Content, ContentType, entityTag: new(picture.Tag));
        }

        // Browsers show the body of a 404 too: nothing, through which the initials are seen.
        response.StatusCode = StatusCodes.Status404NotFound;
        return TypedResults.Bytes(PictureEncoder.Nothing.Content, ContentType);
    }

    private static string Seconds(TimeSpan span) => ((int)span.TotalSeconds).ToString(CultureInfo.InvariantCulture);
}
