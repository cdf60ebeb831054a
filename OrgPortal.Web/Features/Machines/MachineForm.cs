using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Machines;

/// <summary>What a machine is to be like.</summary>
/// <param name="Name">What to call it: 1 to <see cref="MaxNameLength"/> characters.</param>
/// <param name="Description">What it is for, at most <see cref="MaxDescriptionLength"/> characters; empty for nothing.</param>
/// <param name="Roles">What it may do, at least one; none above the person's own permissions.</param>
public sealed record MachineForm(string Name, string? Description, IReadOnlyList<OrganizationRoleId> Roles)
{
    /// <summary>The longest name.</summary>
    public const int MaxNameLength = 120;

    /// <summary>The longest description.</summary>
    public const int MaxDescriptionLength = 256;

    /// <summary>The most roles of one machine.</summary>
    public const int MostRoles = 20;
}
