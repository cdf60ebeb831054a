using System.Text.Json.Nodes;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.Management;

/// <summary>Rows as Logto shows them where it adds something.</summary>
internal static class Views
{
    /// <summary>A user by itself: with <c>hasPassword</c>.</summary>
    public static JsonObject User(User user)
    {
        var view = StateJson.Object(user);
        view["hasPassword"] = user.HasPassword;
        return view;
    }

    /// <summary>Roles as <c>{id, name}</c>, sorted by name.</summary>
    public static JsonArray RoleNames(LogtoTables tables, IEnumerable<string> roleIds) =>
    [
        .. roleIds.Select(tables.OrganizationRoles.Find)
            .OfType<OrganizationRole>()
            .OrderBy(role => role.Name, StringComparer.Ordinal)
            .Select(role => (JsonNode)new JsonObject { ["id"] = role.Id, ["name"] = role.Name }),
    ];

    /// <summary>A row with <c>organizationRoles</c>.</summary>
    public static JsonObject WithRoles(LogtoTables tables, object row, IEnumerable<string> roleIds)
    {
        var view = StateJson.Object(row);
        view["organizationRoles"] = RoleNames(tables, roleIds);
        return view;
    }

    /// <summary>The organizations a member is in, each with the member's roles there.</summary>
    public static object[] OrganizationsOf(LogtoTables tables, MembershipTable memberships, string memberId) =>
    [
        .. memberships.OrganizationsOf(memberId)
            .Select(tables.Organizations.Find)
            .OfType<Organization>()
            .Select(organization => WithRoles(tables, organization, memberships.FindRoles(organization.Id, memberId)!)),
    ];
}
