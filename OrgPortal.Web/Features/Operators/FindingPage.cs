using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Operators;

/// <summary>A page of findings.</summary>
/// <param name="Findings">The newest first.</param>
/// <param name="Counts">How many there are of each kind.</param>
/// <param name="HalfMade">Creations that were broken off, as they are at this moment; the oldest first, at most <see cref="MostHalfMade"/>.</param>
public sealed record FindingPage(Page<Finding> Findings, IReadOnlyDictionary<FindingKind, int> Counts, IReadOnlyList<HalfMadeOrganization> HalfMade)
{
    /// <summary>How many of them are shown. There are never many: each is cleared away within minutes, once Logto answers.</summary>
    public const int MostHalfMade = 20;
}
