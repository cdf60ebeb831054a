using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Members;

/// <summary>A tab that comes and goes, as it was read.</summary>
/// <param name="Organization">Where.</param>
/// <param name="Tab">Which.</param>
/// <param name="Count">What it counts; <see langword="null"/> when there is none.</param>
public sealed record PeopleTabSnapshot(OrganizationId Organization, PeopleTab Tab, long? Count);
