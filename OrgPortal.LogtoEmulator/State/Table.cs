using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace OrgPortal.LogtoEmulator.State;

/// <summary>Rows by key, in the order they were first put in.</summary>
internal class Table<T>(Func<T, string> key) : IReadOnlyCollection<T>
    where T : class
{
    private readonly OrderedDictionary<string, T> _rows = new(StringComparer.Ordinal);

    public int Count => _rows.Count;

    /// <summary>The newest first, without copying.</summary>
    public IEnumerable<T> NewestFirst
    {
        get
        {
            for (var index = _rows.Count - 1; index >= 0; index--)
            {
                yield return _rows.GetAt(index).Value;
            }
        }
    }

    public T? Find(string? id) => id is not null && _rows.TryGetValue(id, out var row) ? row : null;

    public bool TryFind(string? id, [NotNullWhen(true)] out T? row) => (row = Find(id)) is not null;

    public bool Has(string? id) => id is not null && _rows.ContainsKey(id);

    /// <summary>Inserts the row, or replaces the one with the same key in its place.</summary>
    public virtual T Put(T row)
    {
        _rows[key(row)] = row;
        return row;
    }

    public virtual bool Remove(string id) => _rows.Remove(id);

    public int RemoveWhere(Func<T, bool> condition)
    {
        var doomed = _rows.Where(row => condition(row.Value)).Select(row => row.Key).ToArray();
        foreach (var id in doomed)
        {
            Remove(id);
        }

        return doomed.Length;
    }

    /// <summary>Replaces every row by what <paramref name="change"/> makes of it.</summary>
    public void ChangeAll(Func<T, T> change)
    {
        foreach (var row in _rows.Values.ToArray())
        {
            var changed = change(row);
            if (!ReferenceEquals(changed, row))
            {
                Put(changed);
            }
        }
    }

    public IEnumerator<T> GetEnumerator() => _rows.Values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
