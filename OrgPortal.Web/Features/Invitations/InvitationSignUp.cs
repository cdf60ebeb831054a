using Microsoft.Extensions.Options;
using OrgPortal.Web.Audit;
using OrgPortal.Web.Authentication.SignIn;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Invitations;

/// <summary>
/// Signing up by the mailed link alone. Only a link that went out by mail proves whose mailbox it lies in: one that was handed to the inviter would let the
/// inviter sign up as the invited person. And only for an address without an account: a link that lies in a mailbox for days, and may be passed on, must not be
/// the key to an account, in whatever organizations that is a member.
/// </summary>
internal sealed class InvitationSignUp(
    IUsersClient users, IOrganizationJustInTimeClient justInTime, IOneTimeTokensClient oneTimeTokens, IOneTimeSignIn signIn, InvitationLimits limits, IAuditTrail audit, IOptions<InvitationOptions> options)
{
    /// <summary>How long Logto's token is good.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    /// <summary>Whether the bearer of the link can sign up by it. Asks Logto only where the deployer wants it.</summary>
    public async Task<bool> IsPossibleAsync(InvitationLink link, OrganizationInvitation invitation, CancellationToken cancellationToken) =>
        options.Value.SignUpByLink
        && link.Token.IsMailed
        && link.IsOpen(invitation)
        && EmailAddress.TryParse(invitation.Invitee, out var address)
        && await users.HasAddressAsync(address.Value, cancellationToken).ToResultAsync() is { IsFailure: false, Value: false }
        && await IsLetInAsync(invitation.OrganizationId, address, cancellationToken);

    // Whoever has an address of a domain that is connected to an identity provider is not let in by a token: Logto's page stays blank, and its refusal tells the browser the connector's settings, secret and all.
    private async Task<bool> IsLetInAsync(OrganizationId organization, EmailAddress address, CancellationToken cancellationToken)
    {
        var connectors = await justInTime.ListSsoConnectorsAsync(organization, cancellationToken).ToResultAsync();
        var domain = address.Value[(address.Value.LastIndexOf('@') + 1)..];
        return !connectors.IsFailure && !connectors.Value.Any(connector => connector.Domains.Contains(domain, StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>Has Logto make a token, and keeps it for this browser.</summary>
    /// <returns>Where the browser goes on; else <see cref="RefusalReasons.SignUpNotPossible"/> or a limit.</returns>
    public async Task<Result<string>> BeginAsync(string secret, InvitationLink link, OrganizationInvitation invitation)
    {
        if (!await IsPossibleAsync(link, invitation, CancellationToken.None) || !EmailAddress.TryParse(invitation.Invitee, out var address))
        {
            return new Refused(RefusalReasons.SignUpNotPossible);
        }

        if (await limits.RefuseSignUpAsync(link.Token.Hash) is { } limit)
        {
            return limit;
        }

        var begun = await audit.BeginAsync(InvitationActs.Of(AuditActions.SignUpByInvitation, invitation.OrganizationId, invitation));
        if (begun.IsFailure)
        {
            return begun.Failure;
        }

        await using var entry = begun.Value;
        var made = await oneTimeTokens.CreateAsync(new NewOneTimeToken(address.Value, (int)Lifetime.TotalSeconds)).ToResultAsync();
        var failure = made.Failure ?? (signIn.Keep(address.Value, made.Value.Token, Lifetime) ? null : new Refused(RefusalReasons.SignUpNotPossible));
        await entry.CompleteAsync(failure);
        return failure is null ? InvitationPaths.SignUpByLink(secret, address) : failure;
    }
}
