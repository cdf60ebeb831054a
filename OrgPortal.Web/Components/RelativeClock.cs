namespace OrgPortal.Web.Components;

/// <summary>One timer for all relative times of a circuit; it runs only while somebody listens.</summary>
internal sealed class RelativeClock(TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    private readonly Lock _gate = new();
    private Action? _listeners;
    private ITimer? _timer;

    /// <summary>Now.</summary>
    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>Whether the timer runs.</summary>
    public bool IsRunning => _timer is not null;

    /// <summary>Calls the listener every half minute until it is removed; not on the renderer's thread.</summary>
    public void Add(Action listener)
    {
        lock (_gate)
        {
            _listeners += listener;
            _timer ??= time.CreateTimer(_ => _listeners?.Invoke(), null, Interval, Interval);
        }
    }

    /// <summary>Ends <see cref="Add"/>.</summary>
    public void Remove(Action listener)
    {
        lock (_gate)
        {
            _listeners -= listener;
            if (_listeners is null)
            {
                _timer?.Dispose();
                _timer = null;
            }
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _listeners = null;
        _timer?.Dispose();
        _timer = null;
    }
}
