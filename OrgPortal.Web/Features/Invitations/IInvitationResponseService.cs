using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Invitations;

/// <summary>
/// Invitations, as the people see them who are invited. Whoever answers is the signed-in person, whose address is read from Logto
/// at that moment; a link alone answers nothing.
/// </summary>
public interface IInvitationResponseService
{
    /// <summary>How much of what is said when declining is kept.</summary>
    const int LongestNote = 280;

    /// <summary>What to show to the bearer of a link, signed in or not. Changes nothing, never fails, and asks Logto nothing for a token that was never given out.</summary>
    Task<InvitationLanding> FindAsync(string token, CancellationToken cancellationToken = default);

    /// <summary>Accepts by link. Whoever accepted it already gets the same answer again.</summary>
    /// <returns>
    /// The organization; else <see cref="NotFound"/> for an unknown link, <see cref="Refused"/> with <see cref="RefusalReasons.InvitationEnded"/>,
    /// <see cref="RefusalReasons.AddressMismatch"/>, <see cref="RefusalReasons.InvitationVoid"/> or <see cref="RefusalReasons.MachineRole"/>.
    /// </returns>
    Task<Result<OrganizationId>> AcceptAsync(string token);

    /// <summary>Declines by link. Logto knows it as revoked; the portal remembers that it was declined.</summary>
    /// <param name="token">The secret in the link.</param>
    /// <param name="note">What to tell those who invited: plain text, of which <see cref="LongestNote"/> characters are kept.</param>
    Task<Result> DeclineAsync(string token, string? note = null);

    /// <summary>
    /// Tells those who invited that the bearer of a dead link asks for a new invitation: once a day for each link. Nobody has to be signed in for it.
    /// </summary>
    /// <returns><see cref="NotFound"/> for a link that is not dead, or was never given out; <see cref="LimitReached"/> when they were told already.</returns>
    Task<Result> AskForNewAsync(string token);

    /// <summary>
    /// Begins to sign up by a mailed link alone, for an address that has no account yet, where the deployer wants it. Only while answering a request of
    /// the browser that is to sign up.
    /// </summary>
    /// <returns>The local address to go on to.</returns>
    Task<Result<string>> SignUpAsync(string token);

    /// <summary>
    /// Mails the link of a renewed invitation to the address it was made for, for the bearer of a link that it replaced.
    /// Tells nobody the new link: the mail does.
    /// </summary>
    Task<Result> SendNewLinkAsync(string token);

    /// <summary>The open invitations for the signed-in person's address, and whether they may be answered without their links.</summary>
    Task<Result<MyInvitations>> ListMineAsync(CancellationToken cancellationToken = default);

    /// <summary>Accepts without the link, which needs a tenant whose sign-up verifies addresses; else <see cref="RefusalReasons.LinkRequired"/>.</summary>
    Task<Result<OrganizationId>> AcceptMineAsync(InvitationId invitation);

    /// <summary>Declines without the link, on the same condition.</summary>
    /// <param name="invitation">The invitation.</param>
    /// <param name="note">As for <see cref="DeclineAsync"/>.</param>
    Task<Result> DeclineMineAsync(InvitationId invitation, string? note = null);
}
