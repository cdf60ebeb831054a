using System.ComponentModel;
using OrgPortal.Web.Api;
using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Machines.Api;

/// <summary>A machine that is to be made, with its first secret.</summary>
internal sealed record NewMachineRequest(
    [property: Description("What to call it: 1 to 120 characters.")] string? Name,
    [property: Description("The ids of roles for machines: at least one, and none above the caller's own permissions.")] IReadOnlyList<string>? RoleIds,
    [property: Description("What it is for, at most 256 characters.")] string? Description = null,
    [property: Description("What to call its secret, 1 to 60 characters; its day when left out.")] string? SecretName = null,
    [property: Description("For how many days the secret works; 180 when left out, or as long as a secret may live where that is less.")] int? ExpiresInDays = null)
{
    /// <summary>The form of the machine.</summary>
    public MachineForm Read(InputReader read) => new(Name ?? string.Empty, Description, read.Ids<OrganizationRoleId>("roleIds", RoleIds));
}
