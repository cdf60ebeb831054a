
namespace OrgPortal.LogtoEmulator.State;

/// <summary>An API that access tokens can be issued for.</summary>
internal sealed record Resource
{
    /// <summary>The indicator of the Management API: an identifier, not an address.</summary>
    public const string ManagementApiIndicator = "https://default.logto.app/api";

    public const string ManagementApiId = "management-api";

    public string TenantId { get; } = "default";

    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>The <c>resource</c> parameter and the <c>aud</c> of tokens; unique.</summary>
    public required string Indicator { get; init; }

    public bool IsDefault { get; init; }

    /// <summary>Seconds.</summary>
    public int AccessTokenTtl { get; init; } = 3600;
}
