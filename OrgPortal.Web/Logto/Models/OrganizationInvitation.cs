using System.Text.Json.Serialization;

namespace OrgPortal.Web.Logto.Models;

/// <summary>An invitation, as <c>GET /api/organization-invitations/{id}</c> answers it.</summary>
/// <param name="Id">Chosen by Logto.</param>
/// <param name="OrganizationId">The organization; compare it before you touch the invitation.</param>
/// <param name="Invitee">The address, as it was sent to Logto.</param>
/// <param name="InviterId">Who invited, or nobody.</param>
/// <param name="AcceptedUserId">Who accepted.</param>
/// <param name="Status"><c>Pending</c>, <c>Accepted</c>, <c>Expired</c> or <c>Revoked</c> (see <see cref="InvitationStatuses"/>).</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="UpdatedAt">When its status changed last.</param>
/// <param name="ExpiresAt">When it stops being acceptable; cannot be changed.</param>
/// <param name="OrganizationRoles">What it grants.</param>
public sealed record OrganizationInvitation(
    InvitationId Id,
    OrganizationId OrganizationId,
    string Invitee,
    UserId? InviterId,
    UserId? AcceptedUserId,
    string Status,
    [property: JsonConverter(typeof(UnixMillisecondsJsonConverter))] DateTimeOffset CreatedAt,
    [property: JsonConverter(typeof(UnixMillisecondsJsonConverter))] DateTimeOffset UpdatedAt,
    [property: JsonConverter(typeof(UnixMillisecondsJsonConverter))] DateTimeOffset ExpiresAt,
    IReadOnlyList<OrganizationRoleName> OrganizationRoles);

/// <summary>The statuses Logto knows. <c>Expired</c> is computed when an invitation is read.</summary>
public static class InvitationStatuses
{
    /// <summary>Open.</summary>
    public const string Pending = "Pending";

    /// <summary>Accepted; the person is a member.</summary>
    public const string Accepted = "Accepted";

    /// <summary>Open once, now past its end.</summary>
    public const string Expired = "Expired";

    /// <summary>Revoked, or declined: Logto cannot tell the two apart.</summary>
    public const string Revoked = "Revoked";
}

/// <summary>A new invitation, the body of <c>POST /api/organization-invitations</c>; no mail is sent.</summary>
/// <param name="OrganizationId">The organization.</param>
/// <param name="Invitee">Trimmed and lower-cased by the caller: Logto compares it case-sensitively.</param>
/// <param name="InviterId">Who invites.</param>
/// <param name="OrganizationRoleIds">What to grant on acceptance.</param>
/// <param name="ExpiresAt">In the future.</param>
public sealed record NewInvitation(
    OrganizationId OrganizationId,
    string Invitee,
    UserId InviterId,
    IReadOnlyList<OrganizationRoleId> OrganizationRoleIds,
    [property: JsonConverter(typeof(UnixMillisecondsJsonConverter))] DateTimeOffset ExpiresAt);

/// <summary>What the mail's template gets, the body of <c>POST /api/organization-invitations/{id}/message</c>.</summary>
/// <param name="Link">The address that the invited person opens.</param>
/// <param name="Locale">Language of the mail, as a BCP 47 tag; <see langword="null"/> leaves it to the tenant.</param>
/// <param name="Note">What the inviter wrote, for templates that have <c>{{note}}</c>. Logto puts it in as it is, also into HTML, and leaves the
/// placeholder standing when there is no such variable: so it is always sent, and never holds markup.</param>
/// <param name="Inviter">Takes the place of what Logto tells the template of the inviter, which is as the person wrote it: shape of contract B3.13.</param>
public sealed record InvitationMessage(string Link, string? Locale = null, string Note = "", InvitationSender? Inviter = null);

/// <summary>The inviter as a mail's template gets it. Other fields that Logto would give are empty in the mail.</summary>
/// <param name="Id">The person.</param>
/// <param name="Name">What to call them; never holds markup or an address of the web.</param>
/// <param name="PrimaryEmail">Their address, when it is known.</param>
public sealed record InvitationSender(UserId Id, string Name, string? PrimaryEmail = null);
