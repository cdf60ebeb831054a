using System.Security.Cryptography;
using System.Text.Json;

namespace OrgPortal.Web.Api;

/// <summary>A strong entity tag: made of what is shown, so that it is the same on every node and after every restart.</summary>
internal static class EntityTag
{
    private const int Bytes = 15;

    /// <summary>The tag with its quotes.</summary>
    public static string Of<T>(T shown) =>
        $"\"{System.Buffers.Text.Base64Url.EncodeToString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(shown, JsonSerializerOptions.Web)).AsSpan(0, Bytes))}\"";
}
