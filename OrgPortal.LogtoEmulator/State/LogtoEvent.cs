using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace OrgPortal.LogtoEmulator.State;

/// <summary>Something that happened and that webhooks may tell of. Names are those of Logto's webhook events.</summary>
/// <param name="Name">As <c>Organization.Created</c>.</param>
internal sealed record LogtoEvent(string Name)
{
    /// <summary>What was created or changed; sent as <c>data</c>.</summary>
    public object? Entity { get; init; }

    /// <summary>Further properties that are sent as they are.</summary>
    public JsonObject? More { get; init; }

    public string? OrganizationId { get; init; }

    public ImmutableArray<string> AddedUserIds { get; init; } = [];

    public ImmutableArray<string> RemovedUserIds { get; init; } = [];

    public ImmutableArray<string> AddedApplicationIds { get; init; } = [];

    public ImmutableArray<string> RemovedApplicationIds { get; init; } = [];

    /// <summary>For <c>PostRegister</c> and <c>PostSignIn</c>: who, through which application.</summary>
    public string? UserId { get; init; }

    public string? ApplicationId { get; init; }

    public string? SessionUid { get; init; }
}
