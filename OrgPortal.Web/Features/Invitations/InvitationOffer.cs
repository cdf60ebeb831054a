using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Invitations;

/// <summary>What an invitation offers, for whoever holds its link.</summary>
/// <param name="Organization">The organization.</param>
/// <param name="OrganizationName">What it is called.</param>
/// <param name="LogoUrl">Its logo, if any.</param>
/// <param name="InviterId">Who invited; <see langword="null"/> when that was the operator of the tenant, or is not known any more.</param>
/// <param name="InviterName">What the inviter is called.</param>
/// <param name="InviterAddress">Where to ask for a new invitation.</param>
/// <param name="InviterAvatarUrl">The inviter's picture, if any.</param>
/// <param name="Invitee">Who is invited. Pages show it masked.</param>
/// <param name="Roles">What it grants.</param>
/// <param name="SentAt">When it was made.</param>
/// <param name="ExpiresAt">When it ends, or ended.</param>
/// <param name="Note">What the inviter wrote, while it is open.</param>
/// <param name="PrimaryColor">The organization's colour, <c>#rrggbb</c>.</param>
/// <param name="DarkPrimaryColor">The same on dark ground.</param>
public sealed record InvitationOffer(
    OrganizationId Organization,
    string OrganizationName,
    string? LogoUrl,
    UserId? InviterId,
    string? InviterName,
    string? InviterAddress,
    string? InviterAvatarUrl,
    EmailAddress Invitee,
    IReadOnlyList<OfferedRole> Roles,
    DateTimeOffset? SentAt,
    DateTimeOffset? ExpiresAt,
    string? Note = null,
    string? PrimaryColor = null,
    string? DarkPrimaryColor = null);
