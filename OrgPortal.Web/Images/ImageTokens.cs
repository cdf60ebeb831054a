using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Caching.Memory;
using OrgPortal.Web.Components;

namespace OrgPortal.Web.Images;

/// <summary>
/// Addresses of remote pictures that only the portal can make: encrypted and authenticated, so nobody else decides what it fetches, and nobody reads from them where a
/// picture stands. One door is for people who are signed in, the other for everybody; a token opens only its own.
/// </summary>
internal sealed class ImageTokens(IDataProtectionProvider protection, PictureAddress addresses, PictureGallery gallery) : IImageSource, IDisposable
{
    /// <summary>What stands before a token for people who are signed in.</summary>
    public const string Path = "/images/";

    /// <summary>The same for everybody: pictures on public pages.</summary>
    public const string PublicPath = "/images/public/";

    private const int MostRemembered = 4096;

    private readonly IDataProtector _door = protection.CreateProtector("OrgPortal.Images.v1", "signed-in");
    private readonly IDataProtector _publicDoor = protection.CreateProtector("OrgPortal.Images.v1", "everybody");

    // Encrypting the same twice gives two texts. A picture keeps its address, so that browsers keep the picture.
    private readonly MemoryCache _made = new(new MemoryCacheOptions { SizeLimit = MostRemembered });

    /// <inheritdoc />
    public void Dispose() => _made.Dispose();

    /// <inheritdoc />
    public string? PathOf(string? url, ImageShape shape, bool isPublic = false)
    {
        if (string.IsNullOrEmpty(url) || addresses.Read(url) is not { } address)
        {
            return null;
        }

        var key = (address, shape, isPublic);
        return _made.TryGetValue(key, out string? made) ? made : _made.Set(key, Make(address, shape, isPublic), new MemoryCacheEntryOptions { Size = 1 });
    }

    /// <inheritdoc />
    public async Task<bool> CanShowAsync(string? url, CancellationToken cancellationToken = default) =>
        addresses.Read(url) is { } address && await gallery.GetAsync(new RemotePicture(address, ImageShape.WideLogo), cancellationToken) is not null;

    /// <summary>What the token stands for; <see langword="null"/> when the portal has not made it for this door.</summary>
    public RemotePicture? Read(string token, bool isPublic)
    {
        if (!Base64Url.IsValid(token))
        {
            return null;
        }

        string text;
        try
        {
            text = Encoding.UTF8.GetString(Door(isPublic).Unprotect(Base64Url.DecodeFromChars(token)));
        }
        catch (CryptographicException)
        {
            return null;
        }

        // What may be fetched may have changed since.
        return Enum.TryParse<ImageShape>(text[..1], out var shape) && addresses.Read(text[1..]) is { } url ? new RemotePicture(url, shape) : null;
    }

    private string Make(Uri url, ImageShape shape, bool isPublic)
    {
        var text = ((int)shape).ToString(CultureInfo.InvariantCulture) + url.AbsoluteUri;
        return (isPublic ? PublicPath : Path) + Base64Url.EncodeToString(Door(isPublic).Protect(Encoding.UTF8.GetBytes(text)));
    }

    private IDataProtector Door(bool isPublic) => isPublic ? _publicDoor : _door;
}
