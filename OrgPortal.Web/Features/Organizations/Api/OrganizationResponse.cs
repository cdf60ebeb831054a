using System.ComponentModel;
using System.Text.Json.Nodes;
using OrgPortal.Web.Features.Organizations.CustomFields;
using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Organizations.Api;

/// <summary>An organization.</summary>
internal sealed record OrganizationResponse(
    [property: Description("Chosen by Logto.")] string Id,
    [property: Description("What it is called; not unique.")] string Name,
    [property: Description("What it says about itself.")] string? Description,
    [property: Description("The address of its logo.")] string? LogoUrl,
    [property: Description("The address of its logo on dark ground.")] string? DarkLogoUrl = null,
    [property: Description("The address of the icon of its sign-in page.")] string? Favicon = null,
    [property: Description("The colour of its sign-in page, #rrggbb.")] string? PrimaryColor = null,
    [property: Description("The colour of its sign-in page on dark ground, #rrggbb.")] string? DarkPrimaryColor = null,
    [property: Description("The custom fields that this service has for organizations and that the caller may see, by key; null where it has none.")] IReadOnlyDictionary<string, JsonNode?>? CustomFields = null)
{
    /// <summary>As a member reads it.</summary>
    public static OrganizationResponse From(OrganizationSummary organization, CustomFieldSchema schema) => new(
        organization.Id.Value, organization.Name, organization.Description, organization.LogoUrl,
        organization.Brand?.DarkLogoUrl, organization.Brand?.Favicon, organization.Brand?.PrimaryColor, organization.Brand?.DarkPrimaryColor, schema.Show(organization.Fields));

    /// <summary>As it was made a moment ago.</summary>
    public static OrganizationResponse From(OrganizationId id, CreateOrganizationForm made, CustomFieldSchema schema) =>
        new(id.Value, OrganizationNames.Clean(made.Name), OrganizationNames.CleanOrNone(made.Description), null, CustomFields: schema.Show(schema.Clean(made.Fields)));
}
