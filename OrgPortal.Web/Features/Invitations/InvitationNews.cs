using OrgPortal.Web.Authentication;
using OrgPortal.Web.Events;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Notices;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.Invitations;

/// <summary>Lets open pages, the inviter and the administrators know how an invitation was answered.</summary>
internal sealed class InvitationNews(IOrganizationEvents events, INotices notices, ICurrentUser currentUser)
{
    /// <summary>Announces that somebody has joined.</summary>
    public void AnnounceAccepted(OrganizationInvitation invitation, UserId person)
    {
        events.Publish(new MembersChanged(invitation.OrganizationId, person));
        events.Publish(new InvitationsChanged(invitation.OrganizationId));
    }

    /// <summary>Announces that an invitation was declined.</summary>
    public void AnnounceDeclined(OrganizationInvitation invitation) => events.Publish(new InvitationsChanged(invitation.OrganizationId));

    /// <summary>Tells the inviter and the administrators of an acceptance, each of them once.</summary>
    public async Task TellAcceptedAsync(OrganizationInvitation invitation, UserId person)
    {
        var notice = new Notice(NoticeKinds.InvitationAccepted, invitation.OrganizationId, new NoticeFacts
        {
            PersonId = person.Value,
            PersonName = (await currentUser.GetAsync())?.Name ?? invitation.Invitee,
        })
        { Once = $"{NoticeKinds.InvitationAccepted}:{invitation.Id}" };
        await TellInviterAsync(invitation, notice);
        await notices.TellAdministratorsAsync(notice, [person]);
    }

    /// <summary>Tells the inviter that an invitation was declined.</summary>
    public Task TellDeclinedAsync(OrganizationInvitation invitation) => TellInviterAsync(
        invitation,
        new Notice(NoticeKinds.InvitationDeclined, invitation.OrganizationId, new NoticeFacts { Address = invitation.Invitee }) { Once = $"{NoticeKinds.InvitationDeclined}:{invitation.Id}" });

    /// <summary>Tells those who sent the link that its bearer asks for a new invitation; the administrators where nobody is known who still could send one.</summary>
    public async Task TellAskedAsync(OrganizationId organization, InvitationToken link, UserId? inviter, bool isVoid)
    {
        events.Publish(new InvitationsChanged(organization));
        var notice = new Notice(NoticeKinds.InvitationAsked, organization, new NoticeFacts { Address = link.Invitee });
        UserId[] senders = [.. new[] { inviter, UserId.TryParse(link.CreatedById, null, out var maker) ? maker : null }.OfType<UserId>().Distinct()];
        if (isVoid || senders is [])
        {
            await notices.TellAdministratorsAsync(notice);
        }
        else
        {
            await notices.TellAsync(senders, notice);
        }
    }

    private Task TellInviterAsync(OrganizationInvitation invitation, Notice notice) =>
        invitation.InviterId is { } inviter ? notices.TellAsync([inviter], notice) : Task.CompletedTask;
}
