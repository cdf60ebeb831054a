using OrgPortal.Web.Logto.Models;

namespace OrgPortal.Web.Logto.Clients;

/// <summary>Invitations. None of these paths names an organization: load, compare <see cref="OrganizationInvitation.OrganizationId"/>, then act.</summary>
/// <remarks>Every method throws <see cref="LogtoException"/>: see <see cref="IOrganizationsClient"/>.</remarks>
public interface IOrganizationInvitationsClient
{
    /// <summary><c>GET /organization-invitations?organizationId=</c>: all of them, newest first; Logto does not page this list.</summary>
    Task<IReadOnlyList<OrganizationInvitation>> ListByOrganizationAsync(OrganizationId organization, CancellationToken cancellationToken = default);

    /// <summary><c>GET /organization-invitations?invitee=</c>, compared without regard to case: from all organizations, newest first.</summary>
    Task<IReadOnlyList<OrganizationInvitation>> ListByInviteeAsync(string invitee, CancellationToken cancellationToken = default);

    /// <summary><c>GET /organization-invitations/{id}</c>; 404 <c>entity.not_found</c>.</summary>
    Task<OrganizationInvitation> GetAsync(InvitationId invitation, CancellationToken cancellationToken = default);

    /// <summary>
    /// <c>POST /organization-invitations</c> without a mail; 422 <c>entity.unique_integrity_violation</c> when one is open for the address,
    /// 422 <c>request.invalid_input</c> when the address belongs to a member.
    /// </summary>
    Task<OrganizationInvitation> CreateAsync(NewInvitation invitation);

    /// <summary>
    /// <c>POST /organization-invitations/{id}/message</c>. Logto does not look at the status: the caller does.
    /// 501 <c>connector.not_found</c> without an e-mail connector, 400 <c>connector.*</c> when it fails, 429 <c>request.message_rate_limited</c>.
    /// </summary>
    Task SendMessageAsync(InvitationId invitation, InvitationMessage message);

    /// <summary><c>PUT /organization-invitations/{id}/status</c> to Accepted; 422 <c>request.invalid_input</c> when it has ended or the address differs.</summary>
    Task<OrganizationInvitation> AcceptAsync(InvitationId invitation, UserId acceptedBy);

    /// <summary><c>PUT /organization-invitations/{id}/status</c> to Revoked; 422 <c>request.invalid_input</c> when it has ended.</summary>
    Task<OrganizationInvitation> RevokeAsync(InvitationId invitation);

    /// <summary><c>DELETE /organization-invitations/{id}</c>, in any status.</summary>
    Task DeleteAsync(InvitationId invitation);
}
