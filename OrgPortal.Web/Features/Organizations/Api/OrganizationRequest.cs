using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;

namespace OrgPortal.Web.Features.Organizations.Api;

/// <summary>A new organization.</summary>
internal sealed record OrganizationRequest(
    [property: Description("1 to 128 characters after trimming; no control characters, no marks of direction."), StringLength(OrganizationNames.LongestName, MinimumLength = 1)] string? Name,
    [property: Description("At most 256 characters; may be left out."), StringLength(OrganizationNames.LongestDescription)] string? Description = null,
    [property: Description("The custom fields that this service has for organizations, by key; those that are required must be there.")] IReadOnlyDictionary<string, JsonNode?>? CustomFields = null);
