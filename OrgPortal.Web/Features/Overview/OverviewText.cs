namespace OrgPortal.Web.Features.Overview;

/// <summary>The words of the overview, in <c>OverviewText.resx</c> and its translations.</summary>
public sealed class OverviewText;
