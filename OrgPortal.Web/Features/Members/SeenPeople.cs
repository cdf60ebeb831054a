using OrgPortal.Web.Events;
using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Members;

/// <summary>Members that a page of this circuit has shown lately: a handful, of one organization. Forgotten when anything changes in it.</summary>
internal sealed class SeenPeople(RecentChanges changes)
{
    private const int Most = 40;

    private readonly List<MemberRow> _people = [];
    private OrganizationId? _organization;
    private DateTimeOffset _since;

    /// <summary>Those of the organization, the newest first.</summary>
    public IReadOnlyList<MemberRow> Of(OrganizationId organization) => _organization == organization && !changes.HappenedSince(organization, _since) ? _people : [];

    /// <summary>Remembers what a page shows.</summary>
    /// <param name="organization">Where they are members.</param>
    /// <param name="people">A page of them, as read.</param>
    /// <param name="readAt">When the reading began.</param>
    public void Remember(OrganizationId organization, IReadOnlyList<MemberRow> people, DateTimeOffset readAt)
    {
        if (Of(organization).Count == 0)
        {
            _people.Clear();
            (_organization, _since) = (organization, readAt);
        }

        var ids = people.Select(person => person.Id).ToHashSet();
        _people.RemoveAll(known => ids.Contains(known.Id));
        _people.InsertRange(0, people.Take(Most));
        if (_people.Count > Most)
        {
            _people.RemoveRange(Most, _people.Count - Most);
        }
    }
}
