using System.ComponentModel;

namespace OrgPortal.Web.Features.Machines.Api;

/// <summary>A secret that was just made: it is shown this once.</summary>
internal sealed record ShownSecretResponse(
    [property: Description("The machine.")] Guid MachineId,
    [property: Description("The application's id in Logto, its client_id.")] string ClientId,
    [property: Description("What the secret is called.")] string Name,
    [property: Description("The secret, kept nowhere; null when the answer is given again to an Idempotency-Key.")] string? Secret,
    [property: Description("Until when it is taken.")] DateTimeOffset? ExpiresAt)
{
    /// <summary>The name of the property that is shown once.</summary>
    public const string SecretProperty = "secret";

    /// <summary>Maps it.</summary>
    public static ShownSecretResponse From(ShownSecret secret) => new(secret.Machine, secret.ClientId, secret.Name, secret.Value, secret.EndsAt);

    /// <summary>The name alone.</summary>
    public override string ToString() => Name;
}
