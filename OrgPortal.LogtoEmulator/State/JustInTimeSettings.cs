using System.Collections.Immutable;

namespace OrgPortal.LogtoEmulator.State;

/// <summary>Who becomes a member of an organization by signing up or signing in, and with which roles.</summary>
internal sealed record JustInTimeSettings(string OrganizationId)
{
    /// <summary>Compared exactly, case included, with what follows the @.</summary>
    public ImmutableArray<string> EmailDomains { get; init; } = [];

    public ImmutableArray<string> RoleIds { get; init; } = [];

    public ImmutableArray<string> SsoConnectorIds { get; init; } = [];
}
