using System.ComponentModel;

namespace OrgPortal.Web.Features.Requests.Api;

/// <summary>Which organization to ask.</summary>
internal sealed record AskToJoinRequest(
    [property: Description("The one that is offered.")] string? OrganizationId,
    [property: Description("Up to 500 characters for its administrators; may be left out.")] string? Note = null);
