using System.Text.Json;
using System.Text.Json.Serialization;

namespace OrgPortal.Web.Logto.Models;

/// <summary>A webhook of the tenant, one item of <c>GET /api/hooks</c>. The key is not to be logged or shown.</summary>
/// <param name="Id">Chosen by Logto.</param>
/// <param name="Name">Not unique.</param>
/// <param name="Events">Of what it tells.</param>
/// <param name="Config">Whom it tells.</param>
/// <param name="SigningKey">What its messages are signed with; chosen by Logto.</param>
/// <param name="Enabled">Whether it tells anything.</param>
public sealed record Hook(string Id, string Name, IReadOnlyList<string> Events, HookConfig Config, string SigningKey, bool Enabled)
{
    /// <summary>The name alone.</summary>
    public override string ToString() => Name;
}

/// <summary>Whom a webhook tells. Logto replaces it as a whole.</summary>
/// <param name="Url">Where messages are posted.</param>
public sealed record HookConfig(string Url)
{
    /// <summary>Whatever else Logto keeps there, to be sent back as it came.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Others { get; set; }
}
