using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace OrgPortal.Web.Logto.Models;

/// <summary>A client of the tenant, one item of <c>GET /api/applications</c>.</summary>
/// <param name="Id">Chosen by Logto; the <c>client_id</c>.</param>
/// <param name="Name">Not unique.</param>
/// <param name="Description">What it is for.</param>
/// <param name="Type">One of <see cref="ApplicationTypes"/>; an unknown value is kept as it came.</param>
/// <param name="OidcClientMetadata">Its addresses.</param>
/// <param name="CustomClientMetadata">Logto's own settings of it; what nobody set is absent.</param>
/// <param name="IsThirdParty">Whether people are asked what it may have.</param>
/// <param name="CustomData">What somebody keeps there. Nobody changes this copy.</param>
public sealed record Application(
    string Id,
    string Name,
    string? Description,
    string Type,
    OidcClientMetadata OidcClientMetadata,
    CustomClientMetadata CustomClientMetadata,
    bool IsThirdParty = false,
    JsonObject? CustomData = null);

/// <summary>The kinds of applications that the portal knows of.</summary>
public static class ApplicationTypes
{
    /// <summary>A server with pages and a secret.</summary>
    public const string Traditional = "Traditional";

    /// <summary>A program in the browser, without a secret.</summary>
    public const string SinglePage = "SPA";

    /// <summary>A server that acts for itself, with a secret.</summary>
    public const string MachineToMachine = "MachineToMachine";

    /// <summary>A program on people's own machines, without a secret.</summary>
    public const string Native = "Native";
}

/// <summary>An application's addresses. Logto replaces them as a whole.</summary>
/// <param name="RedirectUris">Where people come back to after sign-in.</param>
/// <param name="PostLogoutRedirectUris">Where they come back to after sign-out.</param>
/// <param name="BackchannelLogoutUri">Where Logto tells that a session ended.</param>
/// <param name="BackchannelLogoutSessionRequired">Whether it says which, and puts <c>sid</c> into ID tokens.</param>
public sealed record OidcClientMetadata(
    IReadOnlyList<string> RedirectUris,
    IReadOnlyList<string> PostLogoutRedirectUris,
    string? BackchannelLogoutUri = null,
    bool? BackchannelLogoutSessionRequired = null)
{
    /// <summary>Whatever else Logto keeps there, to be sent back as it came.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Others { get; set; }
}

/// <summary>Logto's own settings of an application. Logto replaces them as a whole.</summary>
/// <param name="CorsAllowedOrigins">Origins of browsers that may call the token endpoint, beside those of the redirect addresses.</param>
/// <param name="RefreshTokenTtlInDays">How long a refresh token lives, 1 to 180 days; absent for 14.</param>
/// <param name="AlwaysIssueRefreshToken">A refresh token even where nobody asked for consent.</param>
/// <param name="RotateRefreshToken">Whether refresh tokens are replaced when they are used; absent for yes.</param>
public sealed record CustomClientMetadata(
    IReadOnlyList<string>? CorsAllowedOrigins = null,
    int? RefreshTokenTtlInDays = null,
    bool? AlwaysIssueRefreshToken = null,
    bool? RotateRefreshToken = null)
{
    /// <summary>Whatever else Logto keeps there, to be sent back as it came.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Others { get; set; }
}

/// <summary>A secret of an application, one item of <c>GET /api/applications/{id}/secrets</c>. Not to be logged or shown.</summary>
/// <param name="Name">Unique in the application.</param>
/// <param name="Value">The secret; Logto tells it at any time.</param>
/// <param name="ExpiresAt">Until when it is taken; nothing for ever.</param>
/// <param name="CreatedAt">When it was made.</param>
public sealed record ApplicationSecret(
    string Name,
    string Value,
    [property: JsonConverter(typeof(NullableUnixMillisecondsJsonConverter))] DateTimeOffset? ExpiresAt = null,
    [property: JsonConverter(typeof(NullableUnixMillisecondsJsonConverter))] DateTimeOffset? CreatedAt = null)
{
    /// <summary>The name alone.</summary>
    public override string ToString() => Name;
}
