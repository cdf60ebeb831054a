using System.Text.Json.Nodes;

namespace OrgPortal.Web.Logto.Models;

/// <summary>A new organization, the body of <c>POST /api/organizations</c>.</summary>
/// <param name="Name">1 to 128 characters.</param>
/// <param name="Description">At most 256 characters, or nothing.</param>
/// <param name="CustomData">A free object, kept with the organization.</param>
public sealed record NewOrganization(string Name, string? Description, JsonObject? CustomData = null);

/// <summary>
/// What to change, the body of <c>PATCH /api/organizations/{id}</c>. A member that is <see langword="null"/> is left out and stays
/// as it is; to empty the description pass <c>""</c>, which is sent as <c>null</c>. Logos, colours and custom data replace those of before whole.
/// </summary>
public sealed record OrganizationChange(string? Name = null, string? Description = null, OrganizationBranding? Branding = null, OrganizationColor? Color = null, bool? IsMfaRequired = null,
    JsonObject? CustomData = null);
