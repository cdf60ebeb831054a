namespace OrgPortal.Web.Features.Machines;

/// <summary>A machine with what it takes to use it.</summary>
/// <param name="Machine">The machine.</param>
/// <param name="Secrets">Its secrets, the newest first; without their values.</param>
/// <param name="TokenEndpoint">Where it gets tokens.</param>
/// <param name="Permissions">What it may do in the organization, by Logto's names: the scopes it asks for.</param>
/// <param name="Apis">The APIs at which its roles allow it something: tokens for these are asked for with <c>resource</c> too.</param>
public sealed record MachineDetails(MachineRow Machine, IReadOnlyList<MachineSecret> Secrets, Uri TokenEndpoint, IReadOnlyList<string> Permissions, IReadOnlyList<string> Apis)
{
    /// <summary>Whether it has as many secrets as it may.</summary>
    public bool IsFull => Secrets.Count >= MachineOptions.MostSecrets;
}
