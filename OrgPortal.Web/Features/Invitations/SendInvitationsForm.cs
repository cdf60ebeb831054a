using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Invitations;

/// <summary>Whom to invite, and as what.</summary>
/// <param name="Addresses">One or more addresses as they were typed: the service trims, lower-cases and merges them.</param>
/// <param name="Roles">At least one role for people; all of them go to everybody.</param>
/// <param name="ExpiresInDays">1 to 30; <see langword="null"/> for what is configured (<c>Portal:Invitations:ExpiresInDays</c>).</param>
/// <param name="Letter">Language and note of the mail; <see langword="null"/> for neither.</param>
public sealed record SendInvitationsForm(IReadOnlyList<string> Addresses, IReadOnlyList<OrganizationRoleId> Roles, int? ExpiresInDays = null, Letter? Letter = null)
{
    /// <summary>How many addresses one call takes.</summary>
    public const int MaxAddresses = 100;
}
