using SkiaSharp;

namespace OrgPortal.Tests.Images;

/// <summary>Pictures as people send them.</summary>
internal static class SamplePictures
{
    /// <summary>One pixel that is transparent: the smallest GIF there is.</summary>
    public static byte[] Gif => Convert.FromBase64String("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");

    /// <summary>Left half in one colour, right half in the other.</summary>
    public static byte[] Halves(int width, int height, SKColor left, SKColor right, SKEncodedImageFormat format = SKEncodedImageFormat.Png)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Unpremul));
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(left);
        using var paint = new SKPaint { Color = right, BlendMode = SKBlendMode.Src };
        canvas.DrawRect(width / 2, 0, width, height, paint);
        canvas.Flush();
        using var encoded = bitmap.Encode(format, 95);
        return encoded.ToArray();
    }

    /// <summary>A JPEG whose camera was held otherwise.</summary>
    public static byte[] Turned(byte[] jpeg, byte orientation)
    {
        byte[] exif =
        [
            0xFF, 0xE1, 0x00, 0x22, (byte)'E', (byte)'x', (byte)'i', (byte)'f', 0, 0, (byte)'M', (byte)'M', 0, 42, 0, 0, 0, 8, 0, 1,
            0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0,
        ];
        return [.. jpeg[..2], .. exif, .. jpeg[2..]];
    }

    /// <summary>The head of a PNG that says it is of this size, and nothing in it.</summary>
    public static byte[] Bomb(uint width, uint height)
    {
        byte[] header = [(byte)'I', (byte)'H', (byte)'D', (byte)'R', .. Big(width), .. Big(height), 8, 6, 0, 0, 0];
        byte[] end = [(byte)'I', (byte)'E', (byte)'N', (byte)'D'];
        return [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, .. Big(13), .. header, .. Big(Crc(header)), .. Big(0), .. end, .. Big(Crc(end))];
    }

    private static byte[] Big(uint value) => [(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value];

    private static uint Crc(byte[] bytes)
    {
        var crc = 0xFFFFFFFFu;
        foreach (var octet in bytes)
        {
            crc ^= octet;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320u : crc >> 1;
            }
        }

        return ~crc;
    }
}
