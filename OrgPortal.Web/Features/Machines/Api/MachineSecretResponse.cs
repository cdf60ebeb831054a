using System.ComponentModel;

namespace OrgPortal.Web.Features.Machines.Api;

/// <summary>A secret of a machine, without its value.</summary>
internal sealed record MachineSecretResponse(
    [property: Description("Unique in the machine.")] string Name,
    [property: Description("When it was made.")] DateTimeOffset? CreatedAt,
    [property: Description("Until when it is taken; null for ever.")] DateTimeOffset? ExpiresAt,
    [property: Description("valid; ending_soon: within 14 days; ended.")] MachineSecretState State)
{
    /// <summary>Maps it.</summary>
    public static MachineSecretResponse From(MachineSecret secret) => new(secret.Name, secret.CreatedAt, secret.EndsAt, secret.State);
}
