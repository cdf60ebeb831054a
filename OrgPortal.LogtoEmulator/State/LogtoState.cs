namespace OrgPortal.LogtoEmulator.State;

/// <summary>
/// Everything the emulator knows, in memory, behind one lock. Entities are immutable records, so whatever a
/// <see cref="Read"/> or <see cref="Write"/> hands out is a copy nobody can change behind one's back; lists must be
/// made inside the delegate (<c>ToArray</c>), never left as a lazy query over the tables.
/// </summary>
internal sealed class LogtoState
{
    private readonly Lock _gate = new();
    private SeedDocument _seed;
    private LogtoTables _tables;

    /// <param name="clock">The time every timestamp and expiry is judged by; tests move it.</param>
    /// <param name="seed">What <see cref="Reset"/> comes back to.</param>
    public LogtoState(TimeProvider clock, SeedDocument seed)
    {
        Clock = clock;
        _seed = seed;
        _tables = Planted(seed);
    }

    /// <summary>Raised after each write, outside the lock and on the writer's thread, in the order things happened.</summary>
    public event Action<LogtoEvent>? Happened;

    /// <summary>The emulator's clock.</summary>
    public TimeProvider Clock { get; }

    /// <summary>Now, in milliseconds since the epoch: the unit of nearly every timestamp in Logto.</summary>
    public long Now => Clock.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Looks at the tables. Nothing may be changed inside.</summary>
    public T Read<T>(Func<LogtoTables, T> read)
    {
        lock (_gate)
        {
            return read(_tables);
        }
    }

    /// <summary>
    /// Changes the tables. There is no rollback: check everything first, then change. Events raised by
    /// <see cref="LogtoTables.Raise"/> are announced when the lock is free again; none if the delegate throws.
    /// </summary>
    public T Write<T>(Func<LogtoTables, T> write)
    {
        T result;
        LogtoEvent[] happened;
        lock (_gate)
        {
            try
            {
                result = write(_tables);
                happened = _tables.TakeRaised();
            }
            catch
            {
                _tables.TakeRaised();
                throw;
            }
        }

        foreach (var one in happened)
        {
            Happened?.Invoke(one);
        }

        return result;
    }

    /// <inheritdoc cref="Write{T}"/>
    public void Write(Action<LogtoTables> write) => Write(tables =>
    {
        write(tables);
        return true;
    });

    /// <summary>Forgets everything since the seed.</summary>
    public void Reset() => Load(null);

    /// <summary>Forgets everything and plants another seed, which later resets come back to; null plants the last one.</summary>
    public void Load(SeedDocument? seed)
    {
        lock (_gate)
        {
            _seed = seed ?? _seed;
            _tables = Planted(_seed);
        }
    }

    private LogtoTables Planted(SeedDocument seed)
    {
        var tables = new LogtoTables(Clock);
        Seeder.Plant(tables, seed);
        tables.TakeRaised();
        return tables;
    }
}
