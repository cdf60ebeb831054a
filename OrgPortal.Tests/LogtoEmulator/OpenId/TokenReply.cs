using System.Net;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace OrgPortal.Tests.LogtoEmulator.OpenId;

/// <summary>An answer of the token endpoint.</summary>
internal sealed record TokenReply(HttpStatusCode Status, JsonElement Body)
{
    public string? this[string name] => Body.TryGetProperty(name, out var value) ? value.ToString() : null;

    public bool Has(string name) => Body.TryGetProperty(name, out _);

    /// <summary>The claims of a signed token in the answer.</summary>
    public JsonElement Claims(string name) =>
        JsonSerializer.Deserialize<JsonElement>(Base64UrlEncoder.Decode(this[name]!.Split('.')[1]));
}
