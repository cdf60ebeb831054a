namespace OrgPortal.Web.Components;

/// <summary>
/// Which rendered row shows which item. While the page of rows is the same, a row belongs to its item: an open menu never finds itself beside somebody
/// else. On another page the rows that are there show other items, which sends a third of what making them anew does.
/// </summary>
/// <param name="toggle">Opens and closes the menu of an item, which comes as what makes it the same item.</param>
internal sealed class RowSlots(Func<object, Task> toggle)
{
    private Slot[] _slots = [];

    /// <summary>Assigns rows.</summary>
    /// <param name="keys">What makes an item the same item, in the order shown.</param>
    /// <param name="isOtherPage">Whether the items are those of another page.</param>
    public void Assign(IReadOnlyList<object> keys, bool isOtherPage)
    {
        var slots = new Slot[keys.Count];
        if (isOtherPage)
        {
            for (var index = 0; index < slots.Length; index++)
            {
                slots[index] = index < _slots.Length ? _slots[index] : new Slot(toggle);
            }
        }
        else
        {
            var kept = new Dictionary<object, Slot>(_slots.Length);
            foreach (var slot in _slots)
            {
                kept.TryAdd(slot.Key, slot);
            }

            for (var index = 0; index < slots.Length; index++)
            {
                slots[index] = kept.Remove(keys[index], out var slot) ? slot : new Slot(toggle);
            }
        }

        for (var index = 0; index < slots.Length; index++)
        {
            slots[index].Key = keys[index];
        }

        _slots = slots;
    }

    /// <summary>The row that shows the item at a place.</summary>
    public Slot At(int index) => _slots[index];

    /// <summary>Whether a row shows an item.</summary>
    public bool Has(object? key) => Array.Exists(_slots, slot => slot.Key.Equals(key));

    /// <summary>A rendered row. Its handler stays the same whatever it shows, so that another page has none to send.</summary>
    internal sealed class Slot(Func<object, Task> toggle)
    {
        /// <summary>What makes its item the same item.</summary>
        public object Key { get; set; } = string.Empty;

        /// <summary>Opens or closes the menu of the item that it shows now.</summary>
        public Task ToggleAsync() => toggle(Key);
    }
}
