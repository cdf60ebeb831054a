using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace OrgPortal.Web.Logto.Models;

/// <summary>An organization, as <c>GET /api/organizations/{id}</c> answers it.</summary>
/// <param name="Id">Chosen by Logto.</param>
/// <param name="Name">1 to 128 characters; not unique.</param>
/// <param name="Description">At most 256 characters.</param>
/// <param name="CustomData">A free object. A PATCH replaces it whole.</param>
/// <param name="IsMfaRequired">Whether organization tokens are refused to people without a second factor.</param>
/// <param name="Branding">Logos; absent members are not set.</param>
/// <param name="Color">Colours; absent members are not set.</param>
/// <param name="CreatedAt">When it was created.</param>
public sealed record Organization(
    OrganizationId Id,
    string Name,
    string? Description,
    JsonObject? CustomData,
    bool IsMfaRequired,
    OrganizationBranding? Branding,
    OrganizationColor? Color,
    [property: JsonConverter(typeof(UnixMillisecondsJsonConverter))] DateTimeOffset CreatedAt);

/// <summary>Logos of an organization, absolute addresses.</summary>
public sealed record OrganizationBranding(string? LogoUrl = null, string? DarkLogoUrl = null, string? Favicon = null, string? DarkFavicon = null);

/// <summary>Colours of an organization, <c>#rgb</c> or <c>#rrggbb</c>.</summary>
public sealed record OrganizationColor(string? PrimaryColor = null, bool? IsDarkModeEnabled = null, string? DarkPrimaryColor = null);
