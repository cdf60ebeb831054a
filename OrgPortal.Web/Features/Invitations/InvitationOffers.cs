using Microsoft.Extensions.Options;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Invitations;

/// <summary>Puts together what an invitation offers. Only for whoever holds a link of it.</summary>
internal sealed class InvitationOffers(
    IOrganizationsClient organizations,
    IUsersClient users,
    IOrganizationRolesClient roles,
    InvitationLetters letters,
    IOptions<PermissionOptions> permissions)
{
    /// <summary>What the invitation offers; nothing when its organization is gone.</summary>
    /// <param name="invitation">The invitation.</param>
    /// <param name="inviter">Who invites, from <see cref="FindInviterAsync"/>.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<Result<InvitationOffer?>> DescribeAsync(OrganizationInvitation invitation, Task<User?> inviter, CancellationToken cancellationToken)
    {
        var organization = organizations.GetAsync(invitation.OrganizationId, cancellationToken).ToResultAsync();
        var template = roles.ListAsync(cancellationToken).ToResultAsync();
        var note = FindNoteAsync(invitation, cancellationToken);
        await Task.WhenAll(organization, inviter, template, note);
        return (await organization) switch
        {
            { Failure: NotFound } => Result.Of<InvitationOffer?>(null),
            { IsFailure: true } failed => failed.Failure,
            var found => Offer(found.Value, invitation, await inviter, await template is { IsFailure: false } known ? known.Value : [], await note),
        };
    }

    /// <summary>Who invites. Without an answer the offer stands all the same; it only does not say from whom.</summary>
    public async Task<User?> FindInviterAsync(UserId? inviter, CancellationToken cancellationToken) =>
        inviter is { } id && await users.GetAsync(id, cancellationToken).ToResultAsync() is { IsFailure: false } found ? found.Value : null;

    /// <summary>What can still be told about an invitation whose record is gone.</summary>
    public async Task<Result<InvitationOffer?>> RememberAsync(InvitationLink link, CancellationToken cancellationToken)
    {
        var id = OrganizationId.Parse(link.Token.OrganizationId, null);
        var organization = await organizations.GetAsync(id, cancellationToken).ToResultAsync();
        return organization switch
        {
            _ when !EmailAddress.TryParse(link.Token.Invitee, out _) => Result.Of<InvitationOffer?>(null),
            { Failure: NotFound } => Result.Of<InvitationOffer?>(null),
            { IsFailure: true } => organization.Failure,
            _ => new InvitationOffer(
                id, organization.Value.Name, organization.Value.Branding?.LogoUrl, null, link.Token.CreatedByName, null, null, AddressOf(link.Token.Invitee), [], link.Token.CreatedAt, null),
        };
    }

    private InvitationOffer Offer(Organization organization, OrganizationInvitation invitation, User? inviter, IReadOnlyList<OrganizationRole> template, string? note) => new(
        organization.Id,
        organization.Name,
        organization.Branding?.LogoUrl,
        inviter?.Id,
        inviter is null ? null : InviterNames.Of(inviter),
        inviter?.PrimaryEmail,
        inviter?.Avatar,
        AddressOf(invitation.Invitee),
        [.. invitation.OrganizationRoles.Select(role => OfferedRole.Of(role.Name, template.FirstOrDefault(known => known.Id == role.Id), permissions.Value))],
        invitation.CreatedAt,
        invitation.ExpiresAt,
        note,
        organization.Color?.PrimaryColor,
        organization.Color?.DarkPrimaryColor);

    private async Task<string?> FindNoteAsync(OrganizationInvitation invitation, CancellationToken cancellationToken) =>
        invitation.Status == InvitationStatuses.Pending && await letters.FindAsync(invitation.Id, cancellationToken) is { IsFailure: false } found ? found.Value.Note : null;

    private static EmailAddress AddressOf(string text) => EmailAddress.TryParse(text, out var address) ? address : default;
}
