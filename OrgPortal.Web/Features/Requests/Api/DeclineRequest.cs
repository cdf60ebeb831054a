using System.ComponentModel;

namespace OrgPortal.Web.Features.Requests.Api;

/// <summary>Why somebody cannot join.</summary>
internal sealed record DeclineRequest(
    [property: Description("Up to 500 characters, which whoever asked reads; may be left out.")] string? Reason = null);
