using OrgPortal.Web.Hosting;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Invitations;

/// <summary>Makes links and has Logto mail them.</summary>
internal sealed class InvitationMailer(IOrganizationInvitationsClient invitations, InvitationTokens tokens, PortalAddress address)
{
    /// <summary>A further link.</summary>
    public async Task<Result<Uri>> CreateLinkAsync(OrganizationInvitation invitation, InvitationMaker maker)
    {
        var token = await tokens.CreateAsync(invitation, maker);
        return token.IsFailure ? token.Failure : LinkOf(token.Value);
    }

    /// <summary>Mails a further link; <see langword="null"/> when Logto took the mail.</summary>
    public async Task<Failure?> SendAsync(OrganizationInvitation invitation, InvitationMaker maker)
    {
        var token = await tokens.CreateAsync(invitation, maker);
        if (token.IsFailure)
        {
            return token.Failure;
        }

        var mail = await invitations.SendMessageAsync(invitation.Id, new InvitationMessage(LinkOf(token.Value).AbsoluteUri)).ToResultAsync();
        if (mail.Failure is not (null or Unavailable))
        {
            // Without an answer the mail may have gone out all the same: then its link has to work.
            await tokens.EndAsync(token.Value, InvitationEnds.NotSent);
        }

        return mail.Failure;
    }

    private Uri LinkOf(string token) => address.Of(InvitationPaths.Landing(token));
}
