using OrgPortal.Web.Authorization;

namespace OrgPortal.Web.Features.Machines;

/// <summary>What a machine can be like.</summary>
/// <param name="Roles">The tenant's roles for machines, with those that the person may give.</param>
/// <param name="LongestSecretDays">The longest life of a secret.</param>
public sealed record MachineTerms(IReadOnlyList<GrantableRole> Roles, int LongestSecretDays);
