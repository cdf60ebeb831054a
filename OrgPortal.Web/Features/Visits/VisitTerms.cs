using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Visits;

/// <summary>What an operator should know before going in.</summary>
/// <param name="Organization">Where.</param>
/// <param name="Name">What it is called.</param>
/// <param name="LastsFor">How long a visit lasts.</param>
/// <param name="EndsAt">When the visit ends that is under way already; <see langword="null"/> for none.</param>
public sealed record VisitTerms(OrganizationId Organization, string Name, TimeSpan LastsFor, DateTimeOffset? EndsAt);
