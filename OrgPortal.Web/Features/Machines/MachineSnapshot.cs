using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Machines;

/// <summary>What the page of one machine shows, as it was read. Holds no secret's value.</summary>
public sealed record MachineSnapshot(OrganizationId Organization, Guid Id, MachineDetails Details, DateTimeOffset ReadAt);
