using System.ComponentModel;

namespace OrgPortal.Web.Features.Machines.Api;

/// <summary>Whether a machine is to be in the organization.</summary>
internal sealed record MachineStateRequest(
    [property: Description("Whoever switches it on gives it the roles it had, which must be within the caller's own permissions.")] bool? IsOn);
