using Microsoft.AspNetCore.Components;
using OrgPortal.Web.Components;

namespace OrgPortal.Web.Features.Invitations;

/// <summary>What a link leads to that can no longer be answered: what happened, in own words, and a way on.</summary>
public partial class LandingDeadEnd
{
    private IconName _icon;

    /// <summary>The secret in the link.</summary>
    [Parameter, EditorRequired]
    public string Token { get; set; } = string.Empty;

    /// <summary>What the bearer may see.</summary>
    [Parameter, EditorRequired]
    public InvitationLanding Landing { get; set; } = null!;

    /// <summary>Whether the newer invitation's link has just been mailed.</summary>
    [Parameter]
    public bool NewLinkSent { get; set; }

    /// <summary>Whether those who invited have just been told that a new invitation is wanted.</summary>
    [Parameter]
    public bool AskedForNew { get; set; }

    private bool IsMine => EmailAddress.AreSame(Landing.SignedInAs, Landing.Offer?.Invitee.Value);

    private string Masked => Landing.Offer?.Invitee.Masked ?? string.Empty;

    private string Title => Landing.State switch
    {
        _ when AskedForNew => L["AskedTitle"],
        LandingState.Declined when IsMine => L["DeclinedMineTitle"],
        LandingState.Renewed when NewLinkSent => L["NewLinkSentTitle"],
        LandingState.Expired or LandingState.Revoked or LandingState.Declined or LandingState.Accepted or LandingState.Renewed or LandingState.Void or LandingState.Unavailable =>
            L[$"{Landing.State}Title"],
        _ => L["UnknownTitle"],
    };

    private string Text => Landing.State switch
    {
        _ when AskedForNew => L["AskedText", Landing.Offer?.OrganizationName ?? string.Empty],
        LandingState.Expired or LandingState.Revoked or LandingState.Declined or LandingState.Void => Named(Landing.State.ToString()),
        LandingState.Accepted => L[Landing.SignedInAs is null ? "AcceptedSignedOut" : "AcceptedOther"],
        LandingState.Renewed when NewLinkSent => L["NewLinkSentText", Masked],
        LandingState.Renewed when Landing.SignedInAs is null => $"{L["RenewedText", Masked]} {L["RenewedSignedOut"]}",
        LandingState.Renewed when !IsMine => $"{L["RenewedText", Masked]} {L["RenewedOther"]}",
        LandingState.Renewed => L["RenewedText", Masked],
        LandingState.Unavailable => L["UnavailableText"],
        _ => L["UnknownText"],
    };

    private bool CanAsk => InvitationAsking.IsDead(Landing.State) && Landing.Offer is not null && !AskedForNew;

    /// <inheritdoc />
    protected override void OnParametersSet() => _icon = Landing.State switch
    {
        _ when AskedForNew => IconName.Check,
        LandingState.Expired => IconName.Clock,
        LandingState.Revoked or LandingState.Declined => IconName.Cross,
        LandingState.Void => IconName.Lock,
        LandingState.Accepted => IconName.Check,
        LandingState.Renewed => IconName.Mail,
        LandingState.Unavailable => IconName.Wifi,
        _ => IconName.Link,
    };

    private string Named(string state) => Landing.Offer switch
    {
        null => L[$"{state}Plain"],
        { InviterName: { } inviter } offer => L[$"{state}By", inviter, offer.OrganizationName],
        var offer => L[$"{state}From", offer.OrganizationName],
    };

    private string SignIn(bool switchAccount = false) => InvitationPaths.SignIn(Token, Landing.Offer?.Invitee ?? default, switchAccount: switchAccount);
}
