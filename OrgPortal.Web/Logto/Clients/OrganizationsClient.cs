using System.Globalization;
using System.Text.Json.Nodes;
using OrgPortal.Web.Logto.Connection;
using OrgPortal.Web.Logto.Models;
using static OrgPortal.Web.Logto.Connection.LogtoConnection;

namespace OrgPortal.Web.Logto.Clients;

internal sealed class OrganizationsClient(LogtoConnection logto) : IOrganizationsClient
{
    public Task<Page<Organization>> ListAsync(PageRequest page, string? search = null, CancellationToken cancellationToken = default)
    {
        var route = LogtoRoutes.Organizations.WithQuery(
            ("q", SearchText.Clean(search)),
            ("page", page.Number.ToString(CultureInfo.InvariantCulture)),
            ("page_size", page.Size.ToString(CultureInfo.InvariantCulture)));
        return logto.GetPageAsync(route, page, LogtoJson.Default.IReadOnlyListOrganization, cancellationToken);
    }

    public Task<Page<CountedOrganization>> ListCountedAsync(PageRequest page, string? search = null, CancellationToken cancellationToken = default)
    {
        var route = LogtoRoutes.Organizations.WithQuery(
            ("q", SearchText.Clean(search)),
            ("showFeatured", "1"),
            ("page", page.Number.ToString(CultureInfo.InvariantCulture)),
            ("page_size", page.Size.ToString(CultureInfo.InvariantCulture)));
        return logto.GetPageAsync(route, page, LogtoJson.Default.IReadOnlyListCountedOrganization, cancellationToken);
    }

    public Task<Organization> GetAsync(OrganizationId organization, CancellationToken cancellationToken = default) =>
        logto.GetAsync(LogtoRoutes.Organization(organization), LogtoJson.Default.Organization, cancellationToken);

    public Task<Organization> CreateAsync(NewOrganization organization) =>
        logto.SendAsync(HttpMethod.Post, LogtoRoutes.Organizations, Json(organization, LogtoJson.Default.NewOrganization), LogtoJson.Default.Organization);

    public Task<Organization> UpdateAsync(OrganizationId organization, OrganizationChange change) =>
        logto.SendAsync(HttpMethod.Patch, LogtoRoutes.Organization(organization), Json(ToPatch(change), LogtoJson.Default.JsonObject), LogtoJson.Default.Organization);

    public Task DeleteAsync(OrganizationId organization) => logto.SendAsync(HttpMethod.Delete, LogtoRoutes.Organization(organization));

    // Left out means "leave it", null means "empty it": a serializer cannot tell the two apart, so the object is made by hand.
    private static JsonObject ToPatch(OrganizationChange change)
    {
        var patch = new JsonObject();
        if (change.Name is { } name)
        {
            patch["name"] = name;
        }

        if (change.Description is { } description)
        {
            patch["description"] = description.Length == 0 ? null : description;
        }

        if (change.Branding is { } branding)
        {
            patch["branding"] = Given(("logoUrl", branding.LogoUrl), ("darkLogoUrl", branding.DarkLogoUrl), ("favicon", branding.Favicon), ("darkFavicon", branding.DarkFavicon));
        }

        if (change.Color is { } color)
        {
            patch["color"] = Given(("primaryColor", color.PrimaryColor), ("isDarkModeEnabled", color.IsDarkModeEnabled), ("darkPrimaryColor", color.DarkPrimaryColor));
        }

        if (change.IsMfaRequired is { } isRequired)
        {
            patch["isMfaRequired"] = isRequired;
        }

        if (change.CustomData is { } custom)
        {
            patch["customData"] = custom.DeepClone();
        }

        return patch;
    }

    // In these two objects Logto takes no null: what is not set is not there.
    private static JsonObject Given(params (string Name, JsonNode? Value)[] members) =>
        new(members.Where(member => member.Value is not null).Select(member => KeyValuePair.Create(member.Name, member.Value)));
}
