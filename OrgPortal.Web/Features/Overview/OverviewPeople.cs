namespace OrgPortal.Web.Features.Overview;

/// <summary>How many people an organization has.</summary>
/// <param name="Count">Members; <see langword="null"/> for whoever may not see them.</param>
/// <param name="Administrators">Those of them who administer it and are not suspended: every member may know them.</param>
/// <param name="AreThereMore">Whether there may be more administrators than were counted.</param>
public sealed record OverviewPeople(int? Count, int Administrators, bool AreThereMore);
