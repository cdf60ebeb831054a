using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Members;

/// <summary>The URLs of People.</summary>
public static class PeoplePaths
{
    /// <summary>The members.</summary>
    public static string Members(OrganizationId organization) => $"/organizations/{organization}/people/members";

    /// <summary>The members that a query finds.</summary>
    public static string Members(OrganizationId organization, MemberQuery query) => QueryHelpers.AddQueryString(Members(organization), new Dictionary<string, string?>
    {
        ["q"] = string.IsNullOrWhiteSpace(query.Search) ? null : query.Search,
        ["role"] = query.Role?.Value,
        ["page"] = query.Page > 1 ? query.Page.ToString(CultureInfo.InvariantCulture) : null,
    });

    /// <summary>A member's own page.</summary>
    public static string Member(OrganizationId organization, UserId member) => $"{Members(organization)}/{member}";

    /// <summary>The invitations that are open.</summary>
    public static string OpenInvitations(OrganizationId organization) => $"{Invitations(organization)}?status=pending";

    /// <summary>The invitations.</summary>
    public static string Invitations(OrganizationId organization) => $"/organizations/{organization}/people/invitations";

    /// <summary>The requests to join.</summary>
    public static string Requests(OrganizationId organization) => $"/organizations/{organization}/people/requests";

    /// <summary>The invitations with the dialog for new ones open.</summary>
    public static string Invite(OrganizationId organization) => $"{Invitations(organization)}?invite=1";
}
