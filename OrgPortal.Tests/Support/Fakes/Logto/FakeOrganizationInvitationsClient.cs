using System.Net;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;

namespace OrgPortal.Tests.Support.Fakes.Logto;

public sealed class FakeOrganizationInvitationsClient(FakeLogto logto) : IOrganizationInvitationsClient
{
    private const int MessagesPerWindow = 10;
    private static readonly TimeSpan MessageWindow = TimeSpan.FromSeconds(600);

    public Task<IReadOnlyList<OrganizationInvitation>> ListByOrganizationAsync(OrganizationId organization, CancellationToken cancellationToken = default) =>
        Run(nameof(ListByOrganizationAsync), _ => List(invitation => invitation.OrganizationId == organization), cancellationToken);

    public Task<IReadOnlyList<OrganizationInvitation>> ListByInviteeAsync(string invitee, CancellationToken cancellationToken = default) =>
        Run(nameof(ListByInviteeAsync), _ => List(invitation => string.Equals(invitation.Invitee, invitee, StringComparison.OrdinalIgnoreCase)), cancellationToken);

    public Task<OrganizationInvitation> GetAsync(InvitationId invitation, CancellationToken cancellationToken = default) =>
        Run(nameof(GetAsync), call => AsRead(Find(invitation, call)), cancellationToken);

    public Task<OrganizationInvitation> CreateAsync(NewInvitation invitation) => Run(nameof(CreateAsync), call =>
    {
        CheckInput(invitation, call);

        if (logto.Members.Exists(member => member.Organization == invitation.OrganizationId && logto.Users.Exists(user => user.Id == member.User && user.PrimaryEmail == invitation.Invitee)))
        {
            throw FakeLogto.Unprocessable("request.invalid_input", call);
        }

        if (logto.Invitations.Exists(other => other.OrganizationId == invitation.OrganizationId && other.Invitee == invitation.Invitee && AsRead(other).Status == InvitationStatuses.Pending))
        {
            throw FakeLogto.Unprocessable("entity.unique_integrity_violation", call);
        }

        var id = logto.AddInvitation(invitation.OrganizationId, invitation.Invitee, invitation.InviterId, invitation.ExpiresAt, [.. invitation.OrganizationRoleIds]);
        return Find(id, call);
    });

    public Task SendMessageAsync(InvitationId invitation, InvitationMessage message) => Run(nameof(SendMessageAsync), call =>
    {
        var found = Find(invitation, call);
        var now = logto.Clock.GetUtcNow();

        if (!logto.HasEmailConnector)
        {
            throw new LogtoApiException(HttpStatusCode.NotImplemented, "connector.not_found", call);
        }

        if (logto.Messages.Count(sent => sent.To == found.Invitee && sent.SentAt > now - MessageWindow) >= MessagesPerWindow)
        {
            throw new LogtoApiException(HttpStatusCode.TooManyRequests, "request.message_rate_limited", call);
        }

        logto.Messages.Add(new FakeMessage(invitation, found.Invitee, message, now));
        return found;
    });

    public Task<OrganizationInvitation> AcceptAsync(InvitationId invitation, UserId acceptedBy) => Run(nameof(AcceptAsync), call =>
    {
        var open = FindOpen(invitation, call);
        var user = logto.Users.Find(candidate => candidate.Id == acceptedBy) ?? throw FakeLogto.NotFound("entity.not_found", call);

        if (!string.Equals(user.PrimaryEmail, open.Invitee, StringComparison.OrdinalIgnoreCase))
        {
            throw FakeLogto.Unprocessable("request.invalid_input", call);
        }

        var roles = open.OrganizationRoles.Select(role => role.Id).ToArray();
        if (logto.Roles.Exists(role => roles.Contains(role.Id) && !role.IsForPeople))
        {
            throw FakeLogto.Unprocessable("entity.db_constraint_violated", call);
        }

        logto.AddMember(open.OrganizationId, acceptedBy, roles);
        return Replace(open with { Status = InvitationStatuses.Accepted, AcceptedUserId = acceptedBy, UpdatedAt = logto.Clock.GetUtcNow() });
    });

    public Task<OrganizationInvitation> RevokeAsync(InvitationId invitation) => Run(nameof(RevokeAsync), call =>
        Replace(FindOpen(invitation, call) with { Status = InvitationStatuses.Revoked, UpdatedAt = logto.Clock.GetUtcNow() }));

    public Task DeleteAsync(InvitationId invitation) => Run(nameof(DeleteAsync), call => logto.Invitations.Remove(Find(invitation, call)));

    private OrganizationInvitation AsRead(OrganizationInvitation invitation) =>
        invitation.Status == InvitationStatuses.Pending && invitation.ExpiresAt < logto.Clock.GetUtcNow()
            ? invitation with { Status = InvitationStatuses.Expired }
            : invitation;

    private IReadOnlyList<OrganizationInvitation> List(Func<OrganizationInvitation, bool> filter) =>
        [.. logto.Invitations.AsEnumerable().Reverse().Where(filter).Select(AsRead).OrderByDescending(invitation => invitation.CreatedAt)];

    private OrganizationInvitation Find(InvitationId id, string call) =>
        logto.Invitations.Find(invitation => invitation.Id == id) ?? throw FakeLogto.NotFound("entity.not_found", call);

    private OrganizationInvitation FindOpen(InvitationId id, string call) =>
        AsRead(Find(id, call)) is { Status: InvitationStatuses.Pending } open ? open : throw FakeLogto.Unprocessable("request.invalid_input", call);

    private OrganizationInvitation Replace(OrganizationInvitation changed)
    {
        logto.Invitations[logto.Invitations.FindIndex(invitation => invitation.Id == changed.Id)] = changed;
        return changed;
    }

    private void CheckInput(NewInvitation invitation, string call)
    {
        if (invitation.Invitee.Split('@') is not [{ Length: > 0 }, { Length: > 0 }] || invitation.Invitee.Any(char.IsWhiteSpace))
        {
            throw FakeLogto.BadRequest("guard.invalid_input", call);
        }

        if (invitation.ExpiresAt < logto.Clock.GetUtcNow())
        {
            throw FakeLogto.BadRequest("request.invalid_input", call);
        }

        if (!logto.Organizations.Exists(organization => organization.Id == invitation.OrganizationId)
            || !logto.Users.Exists(user => user.Id == invitation.InviterId)
            || invitation.OrganizationRoleIds.Any(id => !logto.Roles.Exists(role => role.Id == id)))
        {
            throw FakeLogto.Unprocessable("entity.relation_foreign_key_not_found", call);
        }
    }

    private Task<T> Run<T>(string method, Func<string, T> act, CancellationToken cancellationToken = default) =>
        logto.Calls.RunAsync(logto, nameof(IOrganizationInvitationsClient), method, act, cancellationToken);
}
