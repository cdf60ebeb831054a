using OrgPortal.Web.Hosting;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Invitations;

/// <summary>Makes links and has Logto mail them.</summary>
internal sealed class InvitationMailer(IOrganizationInvitationsClient invitations, InvitationTokens tokens, InvitationLetters letters, PortalAddress address)
{
    /// <summary>A further link.</summary>
    public async Task<Result<Uri>> CreateLinkAsync(OrganizationInvitation invitation, InvitationMaker maker)
    {
        var token = await tokens.CreateAsync(invitation, maker);
        return token.IsFailure ? token.Failure : LinkOf(token.Value);
    }

    /// <summary>Mails a further link; <see langword="null"/> when Logto took the mail.</summary>
    /// <param name="invitation">An open one.</param>
    /// <param name="maker">Who sends it.</param>
    /// <param name="letter">What goes with it; read from the store when left out.</param>
    public async Task<Failure?> SendAsync(OrganizationInvitation invitation, InvitationMaker maker, Letter? letter = null)
    {
        var written = letter is null ? await letters.FindAsync(invitation.Id) : letter;
        if (written.IsFailure)
        {
            return written.Failure;
        }

        var token = await tokens.CreateAsync(invitation, maker, isMailed: true);
        if (token.IsFailure)
        {
            return token.Failure;
        }

        var mail = await invitations.SendMessageAsync(invitation.Id, new InvitationMessage(LinkOf(token.Value).AbsoluteUri, InvitationLetters.TagOf(written.Value.Language), written.Value.Note ?? string.Empty)).ToResultAsync();
        if (mail.Failure is not (null or Unavailable))
        {
            // Without an answer the mail may have gone out all the same: then its link has to work.
            await tokens.EndAsync(token.Value, InvitationEnds.NotSent);
        }

        await letters.ReportAsync(invitation, mail.Failure);
        return mail.Failure;
    }

    private Uri LinkOf(string token) => address.Of(InvitationPaths.Landing(token));
}
