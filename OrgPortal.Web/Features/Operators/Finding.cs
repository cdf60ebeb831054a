using OrgPortal.Web.Logto;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.Operators;

/// <summary>Something about an organization that an operator should see to.</summary>
/// <param name="Kind">What.</param>
/// <param name="Organization">Which organization.</param>
/// <param name="OrganizationName">What it was called when it was looked at.</param>
/// <param name="Number">How many people it is about: for <see cref="FindingKind.NoAdministrator"/> all members, for <see cref="FindingKind.WithoutRole"/> those without a role; otherwise 0.</param>
/// <param name="Domain">For <see cref="FindingKind.SharedDomain"/> the domain.</param>
/// <param name="Others">For <see cref="FindingKind.SharedDomain"/> the other organizations, the first ten.</param>
/// <param name="FoundAt">When it was first found.</param>
/// <param name="CheckedAt">When it was last looked at.</param>
public sealed record Finding(
    FindingKind Kind, OrganizationId Organization, string OrganizationName, int Number, string? Domain, IReadOnlyList<OrganizationId> Others, DateTimeOffset FoundAt, DateTimeOffset CheckedAt)
{
    internal static Finding Of(SurveyFinding row) => new(
        FindingKinds.Parse(row.Kind) ?? FindingKind.SharedDomain,
        OrganizationId.Parse(row.OrganizationId, null),
        row.OrganizationName,
        row.Number,
        row.Subject.Length == 0 ? null : row.Subject,
        [.. row.Others.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => OrganizationId.Parse(id, null))],
        row.FoundAt,
        row.CheckedAt);
}
