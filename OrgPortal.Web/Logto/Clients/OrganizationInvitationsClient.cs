using System.Net;
using OrgPortal.Web.Logto.Connection;
using OrgPortal.Web.Logto.Models;
using static OrgPortal.Web.Logto.Connection.LogtoConnection;

namespace OrgPortal.Web.Logto.Clients;

internal sealed class OrganizationInvitationsClient(LogtoConnection logto) : IOrganizationInvitationsClient
{
    public Task<IReadOnlyList<OrganizationInvitation>> ListByOrganizationAsync(OrganizationId organization, CancellationToken cancellationToken = default) =>
        ListAsync("organizationId", organization.Value, cancellationToken);

    public Task<IReadOnlyList<OrganizationInvitation>> ListByInviteeAsync(string invitee, CancellationToken cancellationToken = default) =>
        ListAsync("invitee", invitee, cancellationToken);

    public Task<OrganizationInvitation> GetAsync(InvitationId invitation, CancellationToken cancellationToken = default) =>
        logto.GetAsync(LogtoRoutes.OrganizationInvitation(invitation), LogtoJson.Default.OrganizationInvitation, cancellationToken);

    public Task<OrganizationInvitation> CreateAsync(NewInvitation invitation) =>
        logto.SendAsync(HttpMethod.Post, LogtoRoutes.OrganizationInvitations, Json(invitation, LogtoJson.Default.NewInvitation), LogtoJson.Default.OrganizationInvitation);

    public Task SendMessageAsync(InvitationId invitation, InvitationMessage message) =>
        logto.SendAsync(HttpMethod.Post, LogtoRoutes.OrganizationInvitationMessage(invitation), Json(message, LogtoJson.Default.InvitationMessage));

    public Task<OrganizationInvitation> AcceptAsync(InvitationId invitation, UserId acceptedBy) =>
        SetStatusAsync(invitation, new InvitationStatusBody(InvitationStatuses.Accepted, acceptedBy));

    public Task<OrganizationInvitation> RevokeAsync(InvitationId invitation) =>
        SetStatusAsync(invitation, new InvitationStatusBody(InvitationStatuses.Revoked, null));

    public Task DeleteAsync(InvitationId invitation) => logto.SendAsync(HttpMethod.Delete, LogtoRoutes.OrganizationInvitation(invitation));

    // Without a filter Logto answers the invitations of every organization: an empty one is refused here.
    private Task<IReadOnlyList<OrganizationInvitation>> ListAsync(string filter, string value, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        var route = LogtoRoutes.OrganizationInvitations.WithQuery((filter, value));
        return logto.GetAsync(route, InvitationListReader.ReadAsync, cancellationToken);
    }

    private async Task<OrganizationInvitation> SetStatusAsync(InvitationId invitation, InvitationStatusBody wanted)
    {
        try
        {
            return await logto.SendAsync(HttpMethod.Put, LogtoRoutes.OrganizationInvitationStatus(invitation), Json(wanted, LogtoJson.Default.InvitationStatusBody), LogtoJson.Default.OrganizationInvitation);
        }
        catch (LogtoApiException refusal) when (refusal is { AnswersRepetition: true, Status: HttpStatusCode.UnprocessableEntity })
        {
            // The first answer was lost. An invitation that stands as it was wanted to stand is no refusal.
            var present = await GetAsync(invitation);
            if (present.Status == wanted.Status && present.AcceptedUserId == wanted.AcceptedUserId)
            {
                return present;
            }

            throw;
        }
    }
}
