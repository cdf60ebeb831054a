using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.WebUtilities;
using OrgPortal.Web.App;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Notices;

namespace OrgPortal.Web.Features.Notices;

/// <summary>Where notices stand, and where they lead.</summary>
internal static partial class NoticePaths
{
    /// <summary>A person's notices.</summary>
    public const string Notices = "/notices";

    /// <summary>A page of them.</summary>
    public static string Page(int page) =>
        page <= 1 ? Notices : QueryHelpers.AddQueryString(Notices, "page", page.ToString(CultureInfo.InvariantCulture));

    /// <summary>Where somebody who is told of this goes to: a page of the organization, never anywhere else.</summary>
    public static string Of(string kind, OrganizationId organization, NoticeFacts facts) =>
        PageOf(kind, facts) is { } page ? ShellPaths.Organization(organization.Value, page) : ShellPaths.Organization(organization.Value);

    private static string? PageOf(string kind, NoticeFacts facts)
    {
        if (facts.Page is { } page && Plain().IsMatch(page))
        {
            return page;
        }

        if (UserId.TryParse(facts.PersonId, null, out var person) && kind is not (NoticeKinds.RequestMade or NoticeKinds.SecondFactorLifted or NoticeKinds.OrganizationDeleted or NoticeKinds.OrganizationRestored or NoticeKinds.OperatorEntered))
        {
            return $"people/members/{person}";
        }

        return kind switch
        {
            NoticeKinds.InvitationAccepted or NoticeKinds.InvitationDeclined or NoticeKinds.InvitationAsked or NoticeKinds.ImportFinished or NoticeKinds.ImportStopped => "people/invitations",
            NoticeKinds.RequestMade => "people/requests",
            // Whoever has just come in begins at the overview; there stands also that it was deleted.
            NoticeKinds.RequestApproved or NoticeKinds.OperatorEntered or NoticeKinds.OrganizationDeleted or NoticeKinds.OrganizationRestored => null,
            NoticeKinds.SecondFactorAsked or NoticeKinds.SecondFactorDue => "second-factor",
            NoticeKinds.SecondFactorRequired or NoticeKinds.SecondFactorNotRequired or NoticeKinds.SecondFactorLifted => "settings/second-factor",
            _ => "people/members",
        };
    }

    // Letters, digits and slashes between them: no dots, no scheme, no second slash.
    [GeneratedRegex("^[A-Za-z0-9_-]+(/[A-Za-z0-9_-]+)*$")]
    private static partial Regex Plain();
}
