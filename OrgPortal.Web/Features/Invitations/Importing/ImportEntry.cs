using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Invitations.Importing;

/// <summary>One invitation to send.</summary>
/// <param name="Line">The line of the file.</param>
/// <param name="Address">Whom to invite.</param>
/// <param name="Roles">At least one role for people.</param>
/// <param name="ExpiresInDays">1 to 30; <see langword="null"/> for what is configured.</param>
/// <param name="Letter">What goes with the mail.</param>
public sealed record ImportEntry(int Line, string Address, IReadOnlyList<OrganizationRoleId> Roles, int? ExpiresInDays = null, Letter? Letter = null);
