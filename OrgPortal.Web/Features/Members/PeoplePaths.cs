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
        ["standing"] = query.Standing?.ToString().ToLowerInvariant(),
        ["sort"] = NameOf(query.Order),
        ["page"] = query.Page > 1 ? query.Page.ToString(CultureInfo.InvariantCulture) : null,
    });

    /// <summary>The members that a query finds, as a file.</summary>
    public static string Export(OrganizationId organization, MemberQuery query, MemberExportFormat format) => QueryHelpers.AddQueryString($"{Members(organization)}/export", new Dictionary<string, string?>
    {
        ["format"] = format == MemberExportFormat.Csv ? "csv" : "jsonl",
        ["q"] = string.IsNullOrWhiteSpace(query.Search) ? null : query.Search,
        ["role"] = query.Role?.Value,
    });

    /// <summary>An order, as it stands in a URL: <c>name</c>, <c>-name</c>.</summary>
    public static string? NameOf(MemberOrder order) => order switch
    {
        MemberOrder.Name => "name",
        MemberOrder.NameDescending => "-name",
        MemberOrder.SignIn => "signin",
        MemberOrder.SignInDescending => "-signin",
        MemberOrder.Role => "role",
        MemberOrder.RoleDescending => "-role",
        _ => null,
    };

    /// <summary>The order that a URL names; none for what is not known.</summary>
    public static MemberOrder OrderOf(string? name) => name is null ? MemberOrder.None : Enum.GetValues<MemberOrder>().FirstOrDefault(order => NameOf(order) == name);

    /// <summary>People who belonged to the organization until lately.</summary>
    public static string Former(OrganizationId organization, string? search = null, int page = 1) => QueryHelpers.AddQueryString($"/organizations/{organization}/people/former", new Dictionary<string, string?>
    {
        ["q"] = string.IsNullOrWhiteSpace(search) ? null : search,
        ["page"] = page > 1 ? page.ToString(CultureInfo.InvariantCulture) : null,
    });

    /// <summary>A member's own page.</summary>
    public static string Member(OrganizationId organization, UserId member) => $"{Members(organization)}/{member}";

    /// <summary>The open invitations that somebody has sent.</summary>
    public static string OpenInvitations(OrganizationId organization, UserId inviter) => $"{Invitations(organization)}?status=pending&by={inviter}";

    /// <summary>The invitations.</summary>
    public static string Invitations(OrganizationId organization) => $"/organizations/{organization}/people/invitations";

    /// <summary>The requests to join.</summary>
    public static string Requests(OrganizationId organization) => $"/organizations/{organization}/people/requests";

    /// <summary>The links by which people join by themselves.</summary>
    public static string JoinLinks(OrganizationId organization) => $"{Invitations(organization)}/links";

    /// <summary>The invitations with the dialog for new ones open.</summary>
    public static string Invite(OrganizationId organization) => $"{Invitations(organization)}?invite=1";
}
