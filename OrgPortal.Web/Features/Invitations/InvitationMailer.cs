using OrgPortal.Web.Hosting;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Invitations;

/// <summary>Makes links and has Logto mail them.</summary>
internal sealed class InvitationMailer(IOrganizationInvitationsClient invitations, InvitationTokens tokens, InvitationLetters letters, InviterNames names, PortalAddress address)
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

        var token = await CreateTokenAsync(invitation, maker);
        if (token.IsFailure)
        {
            return token.Failure;
        }

        var failure = await SendAsync(invitation, maker, written.Value, token.Value);
        await letters.ReportAsync(invitation, failure);
        return failure;
    }

    /// <summary>The token of a further link, for a mail that <see cref="SendFirstAsync"/> sends.</summary>
    public Task<Result<string>> CreateTokenAsync(OrganizationInvitation invitation, InvitationMaker maker) => tokens.CreateAsync(invitation, maker, isMailed: true);

    /// <summary>Mails the first link of an invitation that was just made; <see langword="null"/> when Logto took the mail, which needs no word then: nothing else is on record.</summary>
    /// <param name="invitation">An open one.</param>
    /// <param name="maker">Who sends it.</param>
    /// <param name="letter">What goes with it.</param>
    /// <param name="token">The link's.</param>
    public async Task<Failure?> SendFirstAsync(OrganizationInvitation invitation, InvitationMaker maker, Letter letter, string token)
    {
        var failure = await SendAsync(invitation, maker, letter, token);
        if (failure is not null)
        {
            await letters.ReportAsync(invitation, failure);
        }

        return failure;
    }

    private async Task<Failure?> SendAsync(OrganizationInvitation invitation, InvitationMaker maker, Letter letter, string token)
    {
        var message = new InvitationMessage(LinkOf(token).AbsoluteUri, InvitationLetters.TagOf(letter.Language), letter.Note ?? string.Empty, await SenderOfAsync(invitation, maker));
        var mail = await invitations.SendMessageAsync(invitation.Id, message).ToResultAsync();
        if (mail.Failure is not (null or Unavailable))
        {
            // Without an answer the mail may have gone out all the same: then its link has to work.
            await tokens.EndAsync(token, InvitationEnds.NotSent);
        }

        return mail.Failure;
    }

    // Everybody chooses their own name, and Logto puts it into the mail as it is: strangers get it from the deployer's mail service.
    private async Task<InvitationSender?> SenderOfAsync(OrganizationInvitation invitation, InvitationMaker maker)
    {
        if (maker.Id is not { } id)
        {
            return null;
        }

        var name = maker.Name ?? await NameOfInviterAsync(invitation);
        return new InvitationSender(id, name is null ? string.Empty : Letter.Plain(name), maker.EmailAddress);
    }

    private async Task<string?> NameOfInviterAsync(OrganizationInvitation invitation)
    {
        var links = await tokens.ListAsync([invitation.Id]);
        return links.IsFailure ? null : (await names.FindAsync([invitation], links.Value, CancellationToken.None)).Values.SingleOrDefault();
    }

    private Uri LinkOf(string token) => address.Of(InvitationPaths.Landing(token));
}
