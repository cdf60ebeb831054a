using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.JoinLinks;

/// <summary>Links by which people join by themselves, as those see them who may invite. Everything here asks for <c>members.invite</c>.</summary>
public interface IJoinLinkService
{
    /// <summary>The organization's links, newest first; at most <see cref="JoinLinkRecords.MostLinks"/>.</summary>
    Task<Result<IReadOnlyList<JoinLinkRow>>> ListAsync(OrganizationId organization, CancellationToken cancellationToken = default);

    /// <summary>Who joined by a link, the last first; the last thousand.</summary>
    Task<Result<IReadOnlyList<JoinedPerson>>> ListJoinedAsync(OrganizationId organization, Guid link, CancellationToken cancellationToken = default);

    /// <summary>What a new link can be like.</summary>
    Task<Result<JoinLinkTerms>> GetTermsAsync(OrganizationId organization, CancellationToken cancellationToken = default);

    /// <summary>Makes a link. Whoever makes it vouches for everybody who joins with it, and must hold what it gives for as long as it is to work.</summary>
    /// <returns>
    /// The link, which is shown this once; else <see cref="Invalid"/>, <see cref="LimitReached"/>, or <see cref="Refused"/> with
    /// <see cref="RefusalReasons.AboveOwnPermissions"/>, <see cref="RefusalReasons.MachineRole"/> or <see cref="RefusalReasons.AddressesNotVerified"/>.
    /// </returns>
    Task<Result<MadeJoinLink>> CreateAsync(OrganizationId organization, JoinLinkForm form);

    /// <summary>Switches a link on or off. Whoever switches it on vouches for it from then on, and must hold what it gives.</summary>
    Task<Result> SwitchAsync(OrganizationId organization, Guid link, bool isOn);

    /// <summary>
    /// Changes what a link is like; its address stays. It can give fewer roles and not others: whoever has the address got it for what it gave. Whoever changes it
    /// vouches from then on, and must hold what it gave.
    /// </summary>
    /// <param name="organization">The organization.</param>
    /// <param name="link">Which.</param>
    /// <param name="edit">What it is to be like.</param>
    /// <param name="expected">The <see cref="JoinLinkRow.Version"/> that the person saw.</param>
    /// <returns>
    /// <see cref="Invalid"/>, or <see cref="Refused"/> with <see cref="RefusalReasons.ChangedMeanwhile"/>, <see cref="RefusalReasons.JoinLinkEnded"/> when its end has come,
    /// <see cref="RefusalReasons.AboveOwnPermissions"/> or <see cref="RefusalReasons.AddressesNotVerified"/>.
    /// </returns>
    Task<Result> ChangeAsync(OrganizationId organization, Guid link, JoinLinkEdit edit, string expected);

    /// <summary>Gives a link a new address; the old one ends at once. Everything else stays. Whoever does so vouches from then on.</summary>
    Task<Result<MadeJoinLink>> ReplaceAsync(OrganizationId organization, Guid link);

    /// <summary>Deletes a link. Whoever joined by it stays.</summary>
    Task<Result> DeleteAsync(OrganizationId organization, Guid link);
}
