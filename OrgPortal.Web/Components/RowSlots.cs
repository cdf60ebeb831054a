namespace OrgPortal.Web.Components;

/// <summary>
/// Which rendered row shows which item. While the page of rows is the same, a row belongs to its item: an open menu never finds itself beside somebody
/// else. On another page the rows that are there show other items, which sends a third of what making them anew does.
/// </summary>
internal sealed class RowSlots
{
    private object[] _keys = [];
    private int[] _slots = [];
    private int _next;

    /// <summary>Assigns rows.</summary>
    /// <param name="keys">What makes an item the same item, in the order shown.</param>
    /// <param name="isOtherPage">Whether the items are those of another page.</param>
    public void Assign(IReadOnlyList<object> keys, bool isOtherPage)
    {
        var slots = new int[keys.Count];
        if (isOtherPage)
        {
            for (var index = 0; index < slots.Length; index++)
            {
                slots[index] = index < _slots.Length ? _slots[index] : _next++;
            }
        }
        else
        {
            var kept = new Dictionary<object, int>(_keys.Length);
            for (var index = 0; index < _keys.Length; index++)
            {
                kept.TryAdd(_keys[index], _slots[index]);
            }

            for (var index = 0; index < slots.Length; index++)
            {
                slots[index] = kept.Remove(keys[index], out var slot) ? slot : _next++;
            }
        }

        (_keys, _slots) = ([.. keys], slots);
    }

    /// <summary>The row that shows the item at a place.</summary>
    public int At(int index) => _slots[index];
}
