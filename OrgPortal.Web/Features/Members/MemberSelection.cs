using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Members;

/// <summary>Who is selected, over all pages of the list. What is known of them is what was last seen.</summary>
public sealed class MemberSelection
{
    private readonly Dictionary<UserId, MemberRow> _people = [];

    /// <summary>How many.</summary>
    public int Count => _people.Count;

    /// <summary>Everybody selected, by name.</summary>
    public IReadOnlyList<MemberRow> People => [.. _people.Values.OrderBy(row => row.DisplayName, StringComparer.CurrentCultureIgnoreCase)];

    /// <summary>Whether nobody else can be selected.</summary>
    public bool IsFull => Count >= BulkActs.Most;

    /// <summary>Whether somebody is selected.</summary>
    public bool Contains(UserId member) => _people.ContainsKey(member);

    /// <summary>Whether all of these are.</summary>
    public bool ContainsAll(IReadOnlyList<MemberRow> rows) => rows.Count > 0 && rows.All(row => Contains(row.Id));

    /// <summary>Selects somebody, or not any more.</summary>
    public void Set(MemberRow row, bool isSelected)
    {
        if (!isSelected)
        {
            _people.Remove(row.Id);
        }
        else if (!IsFull)
        {
            _people[row.Id] = row;
        }
    }

    /// <summary>Rows were read again: what is known of whoever is selected is that.</summary>
    public void Refresh(IEnumerable<MemberRow> rows)
    {
        foreach (var row in rows.Where(row => Contains(row.Id)))
        {
            _people[row.Id] = row;
        }
    }

    /// <summary>They are selected no more.</summary>
    public void Drop(IEnumerable<UserId> people)
    {
        foreach (var member in people)
        {
            _people.Remove(member);
        }
    }

    /// <summary>Nobody is selected.</summary>
    public void Clear() => _people.Clear();
}
