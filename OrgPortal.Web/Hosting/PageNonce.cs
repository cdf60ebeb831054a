using System.Buffers.Text;
using System.Security.Cryptography;

namespace OrgPortal.Web.Hosting;

/// <summary>What inline scripts of an answer must carry, and what its policy allows. Drawn for an answer that has any, when it first asks.</summary>
internal sealed class PageNonce
{
    private const int Bytes = 16;

    private PageNonce(string value) => Value = value;

    /// <summary>Base64url, 22 characters.</summary>
    public string Value { get; }

    /// <summary>The nonce of this answer. To be asked for before its first byte is out.</summary>
    public static string Of(HttpContext context)
    {
        if (Drawn(context) is { } drawn)
        {
            return drawn;
        }

        var nonce = new PageNonce(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes)));
        context.Features.Set(nonce);
        return nonce.Value;
    }

    /// <summary>The nonce of this answer; <see langword="null"/> when nobody has asked for one.</summary>
    public static string? Drawn(HttpContext context) => context.Features.Get<PageNonce>()?.Value;
}
