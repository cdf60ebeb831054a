using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Operators;

/// <summary>What the list of organizations shows.</summary>
/// <param name="Url">Where it was read for.</param>
/// <param name="Page">The page of organizations.</param>
public sealed record OperatorOrganizationsSnapshot(string Url, Page<OperatorOrganizationRow> Page);
