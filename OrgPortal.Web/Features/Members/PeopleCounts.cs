using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Members;

/// <summary>The counts on the tabs of People, as they were last counted. One per circuit.</summary>
public sealed class PeopleCounts
{
    private readonly Dictionary<(OrganizationId, PeopleTab), long> _counts = [];

    /// <summary>What a page has learned.</summary>
    public void Remember(OrganizationId organization, PeopleTab tab, long count) => _counts[(organization, tab)] = count;

    /// <summary>It has changed, and nobody has counted again.</summary>
    public void Forget(OrganizationId organization, PeopleTab tab) => _counts.Remove((organization, tab));

    /// <summary>The last count; <see langword="null"/> when it is not known.</summary>
    public long? Of(OrganizationId organization, PeopleTab tab) => _counts.TryGetValue((organization, tab), out var count) ? count : null;
}
