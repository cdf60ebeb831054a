using System.ComponentModel;

namespace OrgPortal.Web.Features.Machines.Api;

/// <summary>What a machine can be like.</summary>
internal sealed record MachineTermsResponse(
    [property: Description("The tenant's roles for machines, by name; empty where whoever runs it has made none.")] IReadOnlyList<MachineRoleResponse> Roles,
    [property: Description("The longest life of a secret, in days.")] int LongestSecretDays)
{
    /// <summary>Maps them.</summary>
    public static MachineTermsResponse From(MachineTerms terms) => new([.. terms.Roles.Select(role => new MachineRoleResponse(role.Role.Id.Value, role.Role.Name, role.Role.Description, role.CanGrant))], terms.LongestSecretDays);
}
