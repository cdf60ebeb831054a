using System.ComponentModel;

namespace OrgPortal.Web.Features.Machines.Api;

/// <summary>When a machine last got a token.</summary>
internal sealed record MachineUseResponse(
    [property: Description("When; null when Logto's log, as far as it goes back, knows of no token.")] DateTimeOffset? LastTokenAt);
