using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Machines;

/// <summary>What was typed to make or change a machine, also while it cannot be made yet. Holds no secret: there is none before it is made.</summary>
/// <param name="Name">As typed.</param>
/// <param name="Description">As typed.</param>
/// <param name="Roles">What it may do; none until one is chosen.</param>
/// <param name="ExpiresInDays">For how many days its secret works.</param>
public sealed record MachineDraft(string Name, string Description, IReadOnlyList<OrganizationRoleId> Roles, int ExpiresInDays);
