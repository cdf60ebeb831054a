using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace OrgPortal.LogtoEmulator.State;

/// <summary>What the authorization server checks of a client.</summary>
internal sealed record OidcClientMetadata
{
    public ImmutableArray<string> RedirectUris { get; init; } = [];

    public ImmutableArray<string> PostLogoutRedirectUris { get; init; } = [];

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? LogoUri { get; init; }

    /// <summary>Where a logout token is sent when a session ends.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? BackchannelLogoutUri { get; init; }

    /// <summary>Puts <c>sid</c> into ID tokens and logout tokens.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? BackchannelLogoutSessionRequired { get; init; }
}
