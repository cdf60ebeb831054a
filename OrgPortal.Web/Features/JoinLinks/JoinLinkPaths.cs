using OrgPortal.Web.Authentication;
using OrgPortal.Web.Authentication.SignIn;

namespace OrgPortal.Web.Features.JoinLinks;

/// <summary>Where a link leads.</summary>
internal static class JoinLinkPaths
{
    /// <summary>The public page of a link, from the root of the portal.</summary>
    public static string Landing(string token) => $"/join/{Uri.EscapeDataString(token)}";

    /// <summary>Signs in, or up, and comes back to the link.</summary>
    public static string SignIn(string token, bool register = false, bool switchAccount = false) => new SignInLink
    {
        ReturnUrl = ReturnUrl.From(Landing(token)),
        Register = register,
        SwitchAccount = switchAccount,
        Remember = true,
    }.ToString();
}
