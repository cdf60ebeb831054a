using OrgPortal.Web.Authentication;
using OrgPortal.Web.Authentication.SignIn;
using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Invitations;

/// <summary>Where a link leads.</summary>
internal static class InvitationPaths
{
    /// <summary>The public page of an invitation, from the root of the portal.</summary>
    public static string Landing(string token) => $"/invitation/{Uri.EscapeDataString(token)}";

    /// <summary>Where whoever accepted goes on.</summary>
    public static string Organization(OrganizationId organization) => $"/organizations/{organization}";

    /// <summary>Signs in, or up, with the invited address filled in, and comes back to the invitation.</summary>
    public static string SignIn(string token, EmailAddress invitee, bool register = false, bool switchAccount = false) => new SignInLink
    {
        ReturnUrl = ReturnUrl.From(Landing(token)),
        LoginHint = invitee.Value,
        Register = register,
        SwitchAccount = switchAccount,
    }.ToString();
}
