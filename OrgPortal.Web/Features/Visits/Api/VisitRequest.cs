using System.ComponentModel;

namespace OrgPortal.Web.Features.Visits.Api;

/// <summary>Going inside.</summary>
internal sealed record VisitRequest(
    [property: Description("Why, for the organization's administrators; 10 to 500 characters.")] string Reason);
