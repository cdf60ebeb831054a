using System.Text.Json.Serialization;
using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Invitations;

/// <summary>What is entered to invite people, also while it cannot be sent yet.</summary>
/// <param name="Addresses">As typed, also those that cannot be used.</param>
/// <param name="Roles">What everybody gets; none until one is chosen.</param>
/// <param name="ExpiresInDays">1 to 30; <see langword="null"/> for what is configured.</param>
/// <param name="Letter">Language and note of the mail.</param>
public sealed record InviteEntry(IReadOnlyList<string> Addresses, IReadOnlyList<OrganizationRoleId> Roles, int? ExpiresInDays, Letter Letter)
{
    /// <summary>Nothing entered.</summary>
    public static InviteEntry Empty { get; } = new([], [], null, Letter.None);

    /// <summary>Whether there is something in it that its person would miss; a role is chosen from the start.</summary>
    [JsonIgnore]
    public bool IsWorthKeeping => Addresses.Count > 0 || !string.IsNullOrWhiteSpace(Letter.Note);
}
