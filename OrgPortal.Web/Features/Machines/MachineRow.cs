using OrgPortal.Web.Logto.Models;

namespace OrgPortal.Web.Features.Machines;

/// <summary>A machine of an organization, for its administrators.</summary>
/// <param name="Id">Names it in the portal; <see langword="null"/> for one that is not the organization's own, which nothing can be done with.</param>
/// <param name="ClientId">The application's id in Logto.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Description">What it is for.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Roles">What it may do in the organization; while it is off, what it will be able to again.</param>
/// <param name="CreatedAt">When it was made; nothing for one of somebody else.</param>
/// <param name="CreatedBy">What whoever made it was called.</param>
/// <param name="SecretEndsAt">When the first of its secrets ends, or the last one ended; nothing when none does.</param>
/// <param name="SecretState">Where that secret stands.</param>
public sealed record MachineRow(
    Guid? Id,
    string ClientId,
    string Name,
    string? Description,
    MachineState State,
    IReadOnlyList<OrganizationRoleName> Roles,
    DateTimeOffset? CreatedAt = null,
    string? CreatedBy = null,
    DateTimeOffset? SecretEndsAt = null,
    MachineSecretState SecretState = MachineSecretState.Valid);
