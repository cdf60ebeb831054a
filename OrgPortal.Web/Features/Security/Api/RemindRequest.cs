using System.ComponentModel;

namespace OrgPortal.Web.Features.Security.Api;

/// <summary>Whom to remind.</summary>
internal sealed record RemindRequest(
    [property: Description("Of those whom the last count found, at most 100; all of them when left out.")] IReadOnlyList<string>? UserIds = null);
