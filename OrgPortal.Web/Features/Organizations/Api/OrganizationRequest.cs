using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace OrgPortal.Web.Features.Organizations.Api;

/// <summary>A new organization.</summary>
internal sealed record OrganizationRequest(
    [property: Description("1 to 128 characters after trimming; no control characters, no marks of direction."), StringLength(OrganizationNames.LongestName, MinimumLength = 1)] string? Name,
    [property: Description("At most 256 characters; may be left out."), StringLength(OrganizationNames.LongestDescription)] string? Description = null);
