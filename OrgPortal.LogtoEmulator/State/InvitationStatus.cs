
namespace OrgPortal.LogtoEmulator.State;

/// <summary>Where an invitation stands; <see cref="Expired"/> is mostly computed when it is read.</summary>
internal enum InvitationStatus
{
    Pending,
    Accepted,
    Expired,
    Revoked,
}
