using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Machines;

/// <summary>What the page of all machines shows, as it was read.</summary>
public sealed record MachinesSnapshot(OrganizationId Organization, MachineList List, DateTimeOffset ReadAt);
