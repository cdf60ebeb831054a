using System.ComponentModel;

namespace OrgPortal.Web.Features.Machines.Api;

/// <summary>A role for machines.</summary>
internal sealed record MachineRoleResponse(
    [property: Description("Chosen by Logto.")] string Id,
    [property: Description("What it is called; unique.")] string Name,
    [property: Description("What it is for.")] string? Description,
    [property: Description("Whether the caller could give it: it stays within the caller's own permissions.")] bool CanGrant);
