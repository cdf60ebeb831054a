using System.Collections.Immutable;
using System.Text.Json;

namespace OrgPortal.LogtoEmulator.State;

/// <summary>A connection to an enterprise's identity provider. Its configuration may hold secrets.</summary>
internal sealed record SsoConnector
{
    public string TenantId { get; } = "default";

    /// <summary>12 lower-case letters and digits.</summary>
    public required string Id { get; init; }

    /// <summary><c>OIDC</c>, <c>SAML</c>, <c>AzureAD</c>, <c>GoogleWorkspace</c>, <c>Okta</c> or <c>AzureAdOidc</c>.</summary>
    public required string ProviderName { get; init; }

    public required string ConnectorName { get; init; }

    public JsonElement Config { get; init; } = StateJson.EmptyObject;

    public ImmutableArray<string> Domains { get; init; } = [];

    public JsonElement Branding { get; init; } = StateJson.EmptyObject;

    public bool SyncProfile { get; init; }

    public bool EnableTokenStorage { get; init; }

    public long CreatedAt { get; init; }
}
