using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Invitations.Importing;

/// <summary>A line with its verdict.</summary>
/// <param name="Line">The line.</param>
/// <param name="Verdict">What would become of it.</param>
/// <param name="Roles">The roles it grants; empty unless they are known.</param>
/// <param name="RoleNames">What they are called.</param>
/// <param name="ExpiresInDays">In how many days it ends.</param>
/// <param name="Detail">What the verdict is about: a role's name, or the number of the line with the same address.</param>
/// <param name="Letter">What goes with the mail.</param>
public sealed record ImportRow(
    ImportLine Line,
    ImportVerdict Verdict,
    IReadOnlyList<OrganizationRoleId> Roles,
    IReadOnlyList<string> RoleNames,
    int? ExpiresInDays = null,
    string? Detail = null,
    Letter? Letter = null)
{
    /// <summary>Whether it is sent.</summary>
    public bool IsReady => Verdict is ImportVerdict.Ready or ImportVerdict.Renews;

    /// <summary>Whether it can be corrected, and is sent then.</summary>
    public bool IsToCorrect => Verdict is ImportVerdict.InvalidAddress or ImportVerdict.UnknownRole or ImportVerdict.RoleAbove or ImportVerdict.NoRole or ImportVerdict.InvalidExpiry or ImportVerdict.UnknownLanguage or ImportVerdict.InvalidNote;
}
