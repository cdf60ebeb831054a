namespace OrgPortal.LogtoEmulator.Control;

/// <summary>
/// The time that the emulator goes by: the system's, moved. Only "now" is moved; timers and delays take as long as they take.
/// </summary>
public sealed class EmulatorClock(TimeProvider system) : TimeProvider
{
    private readonly Lock _gate = new();
    private TimeSpan _offset;
    private DateTimeOffset? _frozen;

    /// <summary>Whether time stands still.</summary>
    public bool IsFrozen
    {
        get
        {
            lock (_gate)
            {
                return _frozen is not null;
            }
        }
    }

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return _frozen ?? system.GetUtcNow() + _offset;
        }
    }

    /// <summary>Moves the clock; a negative span moves it back.</summary>
    public void Advance(TimeSpan span)
    {
        lock (_gate)
        {
            _offset += span;
            _frozen += span;
        }
    }

    /// <summary>Sets the clock. It goes on from there unless it is <paramref name="frozen"/>.</summary>
    public void Set(DateTimeOffset now, bool frozen = false)
    {
        lock (_gate)
        {
            _offset = now - system.GetUtcNow();
            _frozen = frozen ? now : null;
        }
    }

    /// <summary>Goes by the system's time again.</summary>
    public void Reset()
    {
        lock (_gate)
        {
            _offset = TimeSpan.Zero;
            _frozen = null;
        }
    }
}
