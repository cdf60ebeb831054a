using System.Security.Cryptography;
using OrgPortal.Web.Components;
using SkiaSharp;

namespace OrgPortal.Web.Images;

/// <summary>
/// Makes a small picture of our own of what somebody sent: only PNG, JPEG, WebP and GIF by their first bytes, never SVG; its size is looked at before a pixel is
/// decoded. Nothing of the file but its pixels survives: no metadata, no place where it was taken, no further frames.
/// </summary>
internal static class PictureEncoder
{
    /// <summary>Pixels of one side.</summary>
    public const int LongestSide = 8192;

    /// <summary>Pixels in all: 64 MB while they are decoded.</summary>
    public const int MostPixels = 16 * 1024 * 1024;

    /// <summary>Pixels of the longest side of an uploaded logo: twice of what any page shows.</summary>
    public const int LogoSide = 512;

    private const int Quality = 85;

    /// <summary>One transparent pixel: what stands for a picture that cannot be had.</summary>
    public static Picture Nothing { get; } = Describe(Draw(1, 1, SKColors.Transparent, _ => { }, SKEncodedImageFormat.Webp));

    /// <summary>The picture; <see langword="null"/> when the bytes are none that is accepted.</summary>
    public static Picture? Encode(byte[] source, ImageShape shape)
    {
        if (FormatOf(source) is not { } format)
        {
            return null;
        }

        using var bytes = SKData.CreateCopy(source);
        using var codec = SKCodec.Create(bytes);
        if (codec is null || codec.EncodedFormat != format || !IsDecodable(codec.Info))
        {
            return null;
        }

        var (wanted, high) = SizeOf(shape);
        using var image = Decode(codec, wanted, high);
        return image is null ? null : Describe(Draw(image, codec.EncodedOrigin, shape));
    }

    /// <summary>A PNG of what somebody uploaded, at most <see cref="LogoSide"/> wide and high and never larger than it was; <see langword="null"/> when the bytes are none that is accepted, of which GIF is none here.</summary>
    public static byte[]? EncodeLogo(byte[] source)
    {
        if (FormatOf(source) is not ({ } format and not SKEncodedImageFormat.Gif))
        {
            return null;
        }

        using var bytes = SKData.CreateCopy(source);
        using var codec = SKCodec.Create(bytes);
        if (codec is null || codec.EncodedFormat != format || !IsDecodable(codec.Info))
        {
            return null;
        }

        using var image = Decode(codec, LogoSide, LogoSide);
        if (image is null)
        {
            return null;
        }

        var (imageWidth, imageHeight) = IsTurned(codec.EncodedOrigin) ? (image.Height, image.Width) : (image.Width, image.Height);
        var scale = Math.Min(1, Math.Min((float)LogoSide / imageWidth, (float)LogoSide / imageHeight));
        var (width, height) = (Math.Max(1, (int)Math.Round(imageWidth * scale)), Math.Max(1, (int)Math.Round(imageHeight * scale)));
        return Draw(width, height, SKColors.Transparent, canvas => Place(canvas, image, codec.EncodedOrigin, scale, (width, height), (imageWidth, imageHeight)), SKEncodedImageFormat.Png);
    }

    /// <summary>Width and height of what is drawn; for a wide logo the most it may be.</summary>
    internal static (int Width, int Height) SizeOf(ImageShape shape) => shape switch
    {
        ImageShape.LargePerson or ImageShape.LargeLogo => (112, 112),
        ImageShape.WideLogo => (320, 112),
        _ => (64, 64),
    };

    private static SKEncodedImageFormat? FormatOf(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => SKEncodedImageFormat.Png,
        [0xFF, 0xD8, 0xFF, ..] => SKEncodedImageFormat.Jpeg,
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', (byte)'7' or (byte)'9', (byte)'a', ..] => SKEncodedImageFormat.Gif,
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => SKEncodedImageFormat.Webp,
        _ => null,
    };

    private static bool IsDecodable(SKImageInfo info) =>
        info is { Width: > 0 and <= LongestSide, Height: > 0 and <= LongestSide } && (long)info.Width * info.Height <= MostPixels;

    private static SKImage? Decode(SKCodec codec, int width, int height)
    {
        // JPEG and WebP can be decoded smaller than they are, down to about twice what is drawn.
        var scale = Math.Min(1f, Math.Max(2f * width / codec.Info.Width, 2f * height / codec.Info.Height));
        var size = codec.GetScaledDimensions(scale);
        var info = new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Premul, SKColorSpace.CreateSrgb());
        using var bitmap = new SKBitmap();
        if (!bitmap.TryAllocPixels(info) || codec.GetPixels(info, bitmap.GetPixels()) != SKCodecResult.Success)
        {
            return null;
        }

        bitmap.SetImmutable();
        return SKImage.FromBitmap(bitmap);
    }

    private static byte[] Draw(SKImage image, SKEncodedOrigin origin, ImageShape shape)
    {
        var (imageWidth, imageHeight) = IsTurned(origin) ? (image.Height, image.Width) : (image.Width, image.Height);
        var (width, height) = SizeOf(shape);
        float across = (float)width / imageWidth, down = (float)height / imageHeight;
        var isPerson = shape is ImageShape.Person or ImageShape.LargePerson;
        var scale = isPerson ? Math.Max(across, down) : Math.Min(across, down);
        if (shape == ImageShape.WideLogo)
        {
            scale = Math.Min(1, scale);
            (width, height) = (Math.Max(1, (int)Math.Round(imageWidth * scale)), Math.Max(1, (int)Math.Round(imageHeight * scale)));
        }

        return Draw(
            width, height, shape == ImageShape.WideLogo ? SKColors.Transparent : SKColors.White,
            canvas => Place(canvas, image, origin, scale, (width, height), (imageWidth, imageHeight)), SKEncodedImageFormat.Webp);
    }

    private static bool IsTurned(SKEncodedOrigin origin) => origin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;

    private static void Place(SKCanvas canvas, SKImage image, SKEncodedOrigin origin, float scale, (int Width, int Height) ground, (int Width, int Height) upright)
    {
        canvas.Translate((ground.Width - (upright.Width * scale)) / 2, (ground.Height - (upright.Height * scale)) / 2);
        canvas.Scale(scale);
        canvas.Concat(Upright(origin, upright.Width, upright.Height));
        canvas.DrawImage(image, 0, 0, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
    }

    /// <summary>What a camera noted about how it was held, undone. Width and height are those of the upright picture.</summary>
    private static SKMatrix Upright(SKEncodedOrigin origin, float width, float height) => origin switch
    {
        SKEncodedOrigin.TopRight => new SKMatrix(-1, 0, width, 0, 1, 0, 0, 0, 1),
        SKEncodedOrigin.BottomRight => new SKMatrix(-1, 0, width, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.BottomLeft => new SKMatrix(1, 0, 0, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.LeftTop => new SKMatrix(0, 1, 0, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightTop => new SKMatrix(0, -1, width, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightBottom => new SKMatrix(0, -1, width, -1, 0, height, 0, 0, 1),
        SKEncodedOrigin.LeftBottom => new SKMatrix(0, 1, 0, -1, 0, height, 0, 0, 1),
        _ => SKMatrix.Identity,
    };

    private static byte[] Draw(int width, int height, SKColor ground, Action<SKCanvas> draw, SKEncodedImageFormat format)
    {
        using var surface = SKSurface.Create(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Premul, SKColorSpace.CreateSrgb()));
        surface.Canvas.Clear(ground);
        draw(surface.Canvas);
        using var drawn = surface.Snapshot();
        using var encoded = drawn.Encode(format, Quality);
        return encoded.ToArray();
    }

    private static Picture Describe(byte[] content) => new(content, $"\"{Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 12))}\"");
}
