namespace OrgPortal.LogtoEmulator.Control;

/// <summary>The requests that the emulator has answered, the latest ones. What goes to the control endpoints is not in it.</summary>
public sealed class RequestJournal(EmulatorOptions options)
{
    private readonly Lock _gate = new();
    private readonly Queue<JournalEntry> _entries = new();
    private long _last;

    /// <summary>The entries, oldest first.</summary>
    public IReadOnlyList<JournalEntry> Entries
    {
        get
        {
            lock (_gate)
            {
                return [.. _entries];
            }
        }
    }

    /// <summary>How often a route was called, whatever its parameters are called: <c>Count("GET", "/api/organizations/{id}/users")</c>.</summary>
    /// <param name="method">The HTTP method, or <c>*</c>.</param>
    /// <param name="route">A route or path as in <see cref="Fault.Route"/>.</param>
    public int Count(string method, string route) => Entries.Count(entry =>
        (method == "*" || entry.Method.Equals(method, StringComparison.OrdinalIgnoreCase)) && RouteText.Fits(route, entry.Path));

    /// <summary>How often each route was called, most often first.</summary>
    public IReadOnlyList<JournalCount> Counts() =>
    [
        .. Entries.GroupBy(entry => (entry.Method, Route: entry.Route ?? entry.Path))
            .Select(group => new JournalCount(group.Key.Method, group.Key.Route, group.Count()))
            .OrderByDescending(count => count.Count).ThenBy(count => count.Route, StringComparer.Ordinal),
    ];

    /// <summary>Forgets all entries; the numbers go on.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _entries.Clear();
        }
    }

    internal void Add(JournalEntry entry)
    {
        lock (_gate)
        {
            _entries.Enqueue(entry with { Number = ++_last });
            while (_entries.Count > options.JournalCapacity)
            {
                _entries.Dequeue();
            }
        }
    }
}
