using System.ComponentModel;
using OrgPortal.Web.Api;
using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Machines.Api;

/// <summary>What a machine is to be like: all of it, also what stays.</summary>
internal sealed record MachineRequest(
    [property: Description("What to call it: 1 to 120 characters.")] string? Name,
    [property: Description("The ids of roles for machines: at least one. What comes or goes is within the caller's own permissions.")] IReadOnlyList<string>? RoleIds,
    [property: Description("What it is for, at most 256 characters; left out for nothing.")] string? Description = null)
{
    /// <summary>The form.</summary>
    public MachineForm Read(InputReader read) => new(Name ?? string.Empty, Description, read.Ids<OrganizationRoleId>("roleIds", RoleIds));
}
