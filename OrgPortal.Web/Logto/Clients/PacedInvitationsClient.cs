using OrgPortal.Web.Logto.Connection;
using OrgPortal.Web.Logto.Models;

namespace OrgPortal.Web.Logto.Clients;

/// <summary>Invitations for whoever makes many of them: changes are made at a <see cref="CallPace"/>.</summary>
internal sealed class PacedInvitationsClient(IOrganizationInvitationsClient invitations, CallPace pace) : IOrganizationInvitationsClient
{
    public Task<IReadOnlyList<OrganizationInvitation>> ListByOrganizationAsync(OrganizationId organization, CancellationToken cancellationToken = default) =>
        invitations.ListByOrganizationAsync(organization, cancellationToken);

    public Task<IReadOnlyList<OrganizationInvitation>> ListByInviteeAsync(string invitee, CancellationToken cancellationToken = default) =>
        invitations.ListByInviteeAsync(invitee, cancellationToken);

    public Task<OrganizationInvitation> GetAsync(InvitationId invitation, CancellationToken cancellationToken = default) => invitations.GetAsync(invitation, cancellationToken);

    public Task<OrganizationInvitation> CreateAsync(NewInvitation invitation) =>
        pace.RunAsync(LogtoRoutes.OrganizationInvitations.Template, () => invitations.CreateAsync(invitation));

    public Task SendMessageAsync(InvitationId invitation, InvitationMessage message) =>
        PacedAsync(LogtoRoutes.OrganizationInvitationMessage(invitation), () => invitations.SendMessageAsync(invitation, message));

    public Task<OrganizationInvitation> AcceptAsync(InvitationId invitation, UserId acceptedBy) =>
        pace.RunAsync(LogtoRoutes.OrganizationInvitationStatus(invitation).Template, () => invitations.AcceptAsync(invitation, acceptedBy));

    public Task<OrganizationInvitation> RevokeAsync(InvitationId invitation) =>
        pace.RunAsync(LogtoRoutes.OrganizationInvitationStatus(invitation).Template, () => invitations.RevokeAsync(invitation));

    public Task DeleteAsync(InvitationId invitation) => PacedAsync(LogtoRoutes.OrganizationInvitation(invitation), () => invitations.DeleteAsync(invitation));

    private Task<bool> PacedAsync(LogtoRoute route, Func<Task> change) => pace.RunAsync(route.Template, async () =>
    {
        await change();
        return true;
    });
}
