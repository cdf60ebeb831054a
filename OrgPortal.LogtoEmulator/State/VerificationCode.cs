
namespace OrgPortal.LogtoEmulator.State;

/// <summary>A code of six digits, mailed to prove an address.</summary>
internal sealed record VerificationCode
{
    public required string Id { get; init; }

    /// <summary>The address or number it was sent to.</summary>
    public required string Recipient { get; init; }

    public required string Code { get; init; }

    public int Tries { get; init; }

    public bool IsConsumed { get; init; }

    public long CreatedAt { get; init; }
}
