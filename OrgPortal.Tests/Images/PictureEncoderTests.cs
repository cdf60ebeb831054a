using System.Text;
using OrgPortal.Web.Components;
using OrgPortal.Web.Images;
using SkiaSharp;

namespace OrgPortal.Tests.Images;

public sealed class PictureEncoderTests
{
    [Theory]
    [InlineData(SKEncodedImageFormat.Png)]
    [InlineData(SKEncodedImageFormat.Jpeg)]
    [InlineData(SKEncodedImageFormat.Webp)]
    public void Of_what_is_sent_a_small_picture_of_our_own_is_made(SKEncodedImageFormat format)
    {
        var made = PictureEncoder.Encode(SamplePictures.Halves(900, 600, SKColors.Red, SKColors.Blue, format), ImageShape.Person);

        using var picture = Decode(made);
        Assert.Equal((64, 64), (picture.Width, picture.Height));
        Assert.True(picture.GetPixel(8, 32) is { Red: > 200, Blue: < 60 }, picture.GetPixel(8, 32).ToString());
        Assert.True(picture.GetPixel(56, 32) is { Blue: > 200, Red: < 60 }, picture.GetPixel(56, 32).ToString());
        Assert.True(made!.Content.Length < 4096);
        Assert.Matches("^\"[0-9a-f]{24}\"$", made.Tag);
    }

    [Fact]
    public void A_gif_is_one_of_them() => Assert.NotNull(PictureEncoder.Encode(SamplePictures.Gif, ImageShape.Person));

    [Fact]
    public void A_logo_stands_whole_on_a_white_tile()
    {
        using var picture = Decode(PictureEncoder.Encode(SamplePictures.Halves(400, 100, SKColors.Red, SKColors.Transparent), ImageShape.LargeLogo));

        Assert.Equal((112, 112), (picture.Width, picture.Height));
        Assert.True(picture.GetPixel(10, 56) is { Red: > 200, Blue: < 60 });
        Assert.True(picture.GetPixel(10, 5) is { Red: > 250, Green: > 250, Blue: > 250, Alpha: 255 });
        Assert.True(picture.GetPixel(100, 56) is { Red: > 250, Green: > 250, Blue: > 250, Alpha: 255 });
    }

    [Theory]
    [InlineData(640, 160, 320, 80)]
    [InlineData(100, 1000, 11, 112)]
    [InlineData(30, 20, 30, 20)]
    public void A_wide_logo_keeps_its_proportions_and_its_transparency(int width, int height, int drawnWidth, int drawnHeight)
    {
        using var picture = Decode(PictureEncoder.Encode(SamplePictures.Halves(width, height, SKColors.Red, SKColors.Transparent), ImageShape.WideLogo));

        Assert.Equal((drawnWidth, drawnHeight), (picture.Width, picture.Height));
        Assert.True(picture.GetPixel(drawnWidth - 2, drawnHeight / 2).Alpha < 10);
    }

    [Theory]
    [InlineData(1, true, false)]
    [InlineData(3, false, false)]
    [InlineData(6, true, true)]
    [InlineData(8, false, true)]
    public void A_picture_taken_with_the_camera_turned_stands_upright(byte orientation, bool redIsFirst, bool isTurned)
    {
        var jpeg = SamplePictures.Turned(SamplePictures.Halves(200, 200, SKColors.Red, SKColors.Blue, SKEncodedImageFormat.Jpeg), orientation);

        using var picture = Decode(PictureEncoder.Encode(jpeg, ImageShape.Person));

        var (first, last) = isTurned ? (picture.GetPixel(32, 8), picture.GetPixel(32, 56)) : (picture.GetPixel(8, 32), picture.GetPixel(56, 32));
        Assert.Equal(redIsFirst, first.Red > 200);
        Assert.Equal(redIsFirst, last.Blue > 200);
    }

    [Fact]
    public void Nothing_of_the_file_but_its_pixels_survives()
    {
        var jpeg = SamplePictures.Turned(SamplePictures.Halves(100, 100, SKColors.Red, SKColors.Blue, SKEncodedImageFormat.Jpeg), 1);

        var made = PictureEncoder.Encode([.. jpeg, .. "<script>alert(1)</script>"u8], ImageShape.Person)!;

        Assert.DoesNotContain("Exif", Encoding.Latin1.GetString(made.Content), StringComparison.Ordinal);
        Assert.DoesNotContain("script", Encoding.Latin1.GetString(made.Content), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>")]
    [InlineData("<?xml version='1.0'?><svg/>")]
    [InlineData("<!DOCTYPE html><html></html>")]
    [InlineData("BM and more")]
    [InlineData("GIF89a")]
    [InlineData("RIFF....WEBPVP8 ")]
    [InlineData("\u0000\u0000\u0001\u0000")]
    [InlineData("")]
    public void Whatever_is_no_picture_becomes_none(string content) => Assert.Null(PictureEncoder.Encode(Encoding.Latin1.GetBytes(content), ImageShape.Person));

    [Theory]
    [InlineData(60000, 60000)]
    [InlineData(8193, 1)]
    [InlineData(1, 8193)]
    [InlineData(8000, 8000)]
    [InlineData(0, 5)]
    [InlineData(int.MaxValue, int.MaxValue)]
    public void A_picture_that_would_fill_the_memory_is_not_decoded(int width, int height)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Null(PictureEncoder.Encode(SamplePictures.Bomb((uint)width, (uint)height), ImageShape.Person));

        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1024 * 1024);
    }

    [Fact]
    public void Half_a_picture_becomes_none()
    {
        var whole = SamplePictures.Halves(300, 300, SKColors.Red, SKColors.Blue, SKEncodedImageFormat.Jpeg);

        Assert.Null(PictureEncoder.Encode(whole[..(whole.Length / 2)], ImageShape.Person));
    }

    [Fact]
    public void Nothing_is_one_transparent_pixel()
    {
        using var picture = Decode(PictureEncoder.Nothing);

        Assert.Equal((1, 1, 0), (picture.Width, picture.Height, picture.GetPixel(0, 0).Alpha));
    }

    private static SKBitmap Decode(Picture? picture)
    {
        Assert.NotNull(picture);
        Assert.Equal("RIFF", Encoding.ASCII.GetString(picture.Content[..4]));
        return SKBitmap.Decode(picture.Content);
    }
}
