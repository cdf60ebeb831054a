using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Invitations;

/// <summary>Invitations, as the people see them who may invite. Everything here asks for <c>members.invite</c>.</summary>
public interface IInvitationService
{
    /// <summary>One page of the organization's invitations, newest first, with counts by state. One call to Logto, shared by everybody who asks at the same moment.</summary>
    Task<Result<InvitationList>> ListAsync(OrganizationId organization, InvitationQuery query, CancellationToken cancellationToken = default);

    /// <summary>
    /// How many invitations are open; <see langword="null"/> where there are so many that nobody reads all of them for a number alone. At most one call to Logto
    /// until something changes, shared as above.
    /// </summary>
    Task<Result<int?>> CountOpenAsync(OrganizationId organization, CancellationToken cancellationToken = default);

    /// <summary>How many open invitations a person has sent. One call to Logto, shared as above.</summary>
    Task<Result<int>> CountOpenByAsync(OrganizationId organization, UserId inviter, CancellationToken cancellationToken = default);

    /// <summary>
    /// Whether invitations can be mailed: without an e-mail connector in the tenant they are made all the same, and their links handed over by other means.
    /// One call to Logto in a minute, whoever asks.
    /// </summary>
    Task<Result<bool>> CanMailAsync(OrganizationId organization, CancellationToken cancellationToken = default);

    /// <summary>
    /// Invites up to <see cref="SendInvitationsForm.MaxAddresses"/> addresses. Each gets an outcome of its own, in the order given;
    /// one that fails does not stop the others. Fails as a whole only before anything was done: no permission, no such role, a role
    /// above the person's own, no usable form.
    /// </summary>
    Task<Result<IReadOnlyList<AddressOutcome>>> SendAsync(OrganizationId organization, SendInvitationsForm form);

    /// <summary>Mails an open invitation again with a further link. Its end stays as it is.</summary>
    /// <returns><see cref="Refused"/> <see cref="RefusalReasons.InvitationEnded"/> when it is not open, <see cref="RefusalReasons.MailNotSent"/>, <see cref="RefusalReasons.NoMailConnector"/> or <see cref="RefusalReasons.NoMailTemplate"/> when it could not be mailed.</returns>
    Task<Result> ResendAsync(OrganizationId organization, InvitationId invitation);

    /// <summary>
    /// Sends an expired invitation again: a new one takes its place, and its old links lead there. When only the mail fails the
    /// new invitation stands, and the result says why, as for <see cref="ResendAsync"/>.
    /// </summary>
    Task<Result> RenewAsync(OrganizationId organization, InvitationId invitation);

    /// <summary>Takes an open invitation back; its links end.</summary>
    /// <returns><see cref="Refused"/> <see cref="RefusalReasons.AcceptedMeanwhile"/> when the person became a member at the same moment.</returns>
    Task<Result> RevokeAsync(OrganizationId organization, InvitationId invitation);

    /// <summary>
    /// Takes a revocation of the last ten minutes back: a new invitation with the same end takes its place, without a mail, and the links that had been given out work again.
    /// </summary>
    /// <returns>
    /// <see cref="Refused"/> with <see cref="RefusalReasons.TooLateToUndo"/>, <see cref="RefusalReasons.InvitationEnded"/> when it was declined or has run out meanwhile,
    /// <see cref="RefusalReasons.AlreadyInvited"/>, <see cref="RefusalReasons.AlreadyMember"/>; <see cref="RefusalReasons.MailNotSent"/> when it stands and the old links could not be kept.
    /// </returns>
    Task<Result> RestoreAsync(OrganizationId organization, InvitationId invitation);

    /// <summary>
    /// Vouches from now on for the open invitations that somebody else has sent: whoever leaves takes the right to invite along, and nobody could accept them. What
    /// invites with more than the person holds is left.
    /// </summary>
    Task<Result<InvitationsHandled>> TakeOverAsync(OrganizationId organization, UserId inviter);

    /// <summary>Revokes all open invitations that somebody has sent, one after the other.</summary>
    Task<Result<InvitationsHandled>> RevokeSentByAsync(OrganizationId organization, UserId inviter);

    /// <summary>Deletes the record of an invitation that has ended. An open one is <see cref="RefusalReasons.InvitationOpen"/>.</summary>
    Task<Result> DeleteAsync(OrganizationId organization, InvitationId invitation);

    /// <summary>Makes a further link for an open invitation, to be handed over by other means than the mail. It cannot be shown again.</summary>
    Task<Result<Uri>> CreateLinkAsync(OrganizationId organization, InvitationId invitation);
}
