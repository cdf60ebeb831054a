using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Invitations;

/// <summary>What is entered to invite people, also while it cannot be sent yet.</summary>
/// <param name="Addresses">As typed, also those that cannot be used.</param>
/// <param name="Role">What everybody gets; <see langword="null"/> until one is chosen.</param>
/// <param name="ExpiresInDays">1 to 30; <see langword="null"/> for what is configured.</param>
public sealed record InviteEntry(IReadOnlyList<string> Addresses, OrganizationRoleId? Role = null, int? ExpiresInDays = null)
{
    /// <summary>Nothing entered.</summary>
    public static InviteEntry Empty { get; } = new([]);
}
