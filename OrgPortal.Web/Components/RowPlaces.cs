namespace OrgPortal.Web.Components;

/// <summary>
/// Which rendered row shows which item. While the page of rows is the same, a row belongs to its item: an open menu never finds itself beside somebody
/// else. On another page the rows that are there show other items, which sends a third of what making them anew does.
/// </summary>
/// <param name="table">The id of the table.</param>
internal sealed class RowPlaces(string table)
{
    private RowPlace[] _places = [];

    /// <summary>Assigns rows.</summary>
    /// <param name="keys">What makes an item the same item, in the order shown.</param>
    /// <param name="isOtherPage">Whether the items are those of another page.</param>
    public void Assign(IReadOnlyList<object> keys, bool isOtherPage)
    {
        var places = new RowPlace?[keys.Count];
        if (isOtherPage)
        {
            Array.Copy(_places, places, Math.Min(_places.Length, places.Length));
        }
        else
        {
            var kept = new Dictionary<object, RowPlace>(_places.Length);
            foreach (var place in _places)
            {
                kept.TryAdd(place.Key, place);
            }

            for (var index = 0; index < places.Length; index++)
            {
                places[index] = kept.Remove(keys[index], out var place) ? place : null;
            }
        }

        var taken = places.OfType<RowPlace>().Select(place => place.Number).ToHashSet();
        var next = 0;
        _places = [.. places.Select((place, index) =>
        {
            while (place is null && !taken.Add(next))
            {
                next++;
            }

            place ??= new RowPlace(table, next);
            place.Key = keys[index];
            return place;
        })];
    }

    /// <summary>The row that shows the item at a place.</summary>
    public RowPlace At(int index) => _places[index];

    /// <summary>Where the row stands that shows an item; negative when none does.</summary>
    public int IndexOfKey(object? key) => Array.FindIndex(_places, place => place.Key.Equals(key));

    /// <summary>Where a row stands; negative when it is gone.</summary>
    public int IndexOf(RowPlace place) => Array.IndexOf(_places, place);

    /// <summary>Where the row stands that a control belongs to, and which control it is; nothing for an id of something else.</summary>
    public (int Index, string Part)? Find(string id) =>
        id.LastIndexOf('-') is var end and > 0 && Array.FindIndex(_places, place => id.AsSpan(0, end).SequenceEqual(place.NameId)) is var index and >= 0 ? (index, id[(end + 1)..]) : null;
}
