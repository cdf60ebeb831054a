using System.Collections.Immutable;

namespace OrgPortal.LogtoEmulator.State;

/// <summary>An invitation of an address into an organization, as stored: ask <see cref="StatusAt"/> for its status.</summary>
internal sealed record Invitation
{
    public required string Id { get; init; }

    public string? InviterId { get; init; }

    /// <summary>The address, kept in the case it came in.</summary>
    public required string Invitee { get; init; }

    public string? AcceptedUserId { get; init; }

    public required string OrganizationId { get; init; }

    public InvitationStatus Status { get; init; }

    public long CreatedAt { get; init; }

    public long UpdatedAt { get; init; }

    public long ExpiresAt { get; init; }

    public ImmutableArray<string> RoleIds { get; init; } = [];

    /// <summary>The status as Logto shows it at <paramref name="now"/> (milliseconds since the epoch).</summary>
    public InvitationStatus StatusAt(long now) =>
        Status == InvitationStatus.Pending && ExpiresAt < now ? InvitationStatus.Expired : Status;
}
