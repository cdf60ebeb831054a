using System.ComponentModel;

namespace OrgPortal.Web.Features.Visits.Api;

/// <summary>What an operator should know before going inside.</summary>
internal sealed record VisitTermsResponse(
    [property: Description("What the organization is called.")] string Name,
    [property: Description("How many minutes a visit lasts.")] int Minutes,
    [property: Description("When the visit ends that is under way already; null for none.")] DateTimeOffset? EndsAt)
{
    /// <summary>Maps it.</summary>
    public static VisitTermsResponse From(VisitTerms terms) => new(terms.Name, (int)terms.LastsFor.TotalMinutes, terms.EndsAt);
}
