using System.ComponentModel;

namespace OrgPortal.Web.Features.Operators.Api;

/// <summary>How much there is to see to.</summary>
internal sealed record FindingsSummaryResponse(
    [property: Description("Organizations without an administrator.")] int WithoutAdministrator,
    [property: Description("Organizations with members who have no role.")] int WithMembersWithoutRole,
    [property: Description("Organizations with a domain that is another's too; one for each of its domains.")] int WithSharedDomain,
    [property: Description("Creations that were broken off, as they are at this moment; the oldest first, at most 20.")] IReadOnlyList<HalfMadeResponse> HalfMade)
{
    /// <summary>Maps it.</summary>
    public static FindingsSummaryResponse From(FindingPage page) => new(
        page.Counts[FindingKind.NoAdministrator], page.Counts[FindingKind.WithoutRole], page.Counts[FindingKind.SharedDomain], [.. page.HalfMade.Select(HalfMadeResponse.From)]);
}
