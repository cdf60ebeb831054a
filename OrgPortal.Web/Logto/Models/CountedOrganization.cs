using System.Text.Json.Serialization;

namespace OrgPortal.Web.Logto.Models;

/// <summary>An organization with how many people belong to it, one item of <c>GET /api/organizations?showFeatured=1</c>. Holds only what lists show; Logto sends more.</summary>
/// <param name="Id">Chosen by Logto.</param>
/// <param name="Name">Not unique.</param>
/// <param name="Branding">Logos; absent members are not set.</param>
/// <param name="CreatedAt">When it was created.</param>
/// <param name="UsersCount">How many people belong to it, suspended ones too.</param>
public sealed record CountedOrganization(
    OrganizationId Id,
    string Name,
    OrganizationBranding? Branding,
    [property: JsonConverter(typeof(UnixMillisecondsJsonConverter))] DateTimeOffset CreatedAt,
    int UsersCount);
