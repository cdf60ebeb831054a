using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Product;

/// <summary>What ended a visit.</summary>
/// <param name="Happened">What the person did.</param>
/// <param name="Organization">Where.</param>
/// <param name="OrganizationName">What it is, or was, called.</param>
internal sealed record FinishedVisit(VisitEvent Happened, OrganizationId Organization, string OrganizationName);
