using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using OrgPortal.Web.Authentication;
using OrgPortal.Web.Authentication.SignIn;
using OrgPortal.Web.Features.Members;
using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Invitations;

/// <summary>Where a link leads.</summary>
internal static class InvitationPaths
{
    /// <summary>The public page of an invitation, from the root of the portal.</summary>
    public static string Landing(string token) => $"/invitation/{Uri.EscapeDataString(token)}";

    /// <summary>The invitations of an organization that a query finds.</summary>
    public static string List(OrganizationId organization, InvitationQuery query) => QueryHelpers.AddQueryString(PeoplePaths.Invitations(organization), new Dictionary<string, string?>
    {
        ["status"] = NameOf(query.State),
        ["q"] = string.IsNullOrWhiteSpace(query.Search) ? null : query.Search,
        ["by"] = query.Inviter?.Value,
        ["page"] = query.Page > 1 ? query.Page.ToString(CultureInfo.InvariantCulture) : null,
    });

    /// <summary>A state, as it stands in a URL.</summary>
    [return: NotNullIfNotNull(nameof(state))]
    public static string? NameOf(InvitationState? state) => state?.ToString().ToLowerInvariant();

    /// <summary>The state that a URL names; <see langword="null"/> for none and for what is not known.</summary>
    public static InvitationState? StateOf(string? name) =>
        Enum.GetValues<InvitationState>().Cast<InvitationState?>().FirstOrDefault(state => string.Equals(state.ToString(), name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Where whoever accepted goes on.</summary>
    public static string Organization(OrganizationId organization) => $"/organizations/{organization}";

    /// <summary>Signs in, or up, with the invited address filled in, and comes back to the invitation.</summary>
    public static string SignIn(string token, EmailAddress invitee, bool register = false, bool switchAccount = false) => new SignInLink
    {
        ReturnUrl = ReturnUrl.From(Landing(token)),
        LoginHint = invitee.Value,
        Register = register,
        SwitchAccount = switchAccount,
        Remember = true,
    }.ToString();

    /// <summary>Signs up with the one-time token that is kept for this browser and the invited address, and comes back to the invitation.</summary>
    public static string SignUpByLink(string token, EmailAddress invitee) => new SignInLink
    {
        ReturnUrl = ReturnUrl.From(Landing(token)),
        LoginHint = invitee.Value,
        OneTime = true,
        Remember = true,
    }.ToString();
}
