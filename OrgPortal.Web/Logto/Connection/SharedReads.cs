namespace OrgPortal.Web.Logto.Connection;

/// <summary>
/// Lets reads of the same thing share an answer without ever getting an old one: whoever asks while a read is under way waits for the next, which begins
/// after they have asked. So Logto is asked once at a time for one thing, however many look at it, and nothing is kept: whatever was acknowledged before
/// somebody asked, by whomever, is in what they are told.
/// </summary>
/// <param name="gather">Passes before the next read begins when several wait already, so that those who were just answered and ask again come along.</param>
internal sealed class SharedReads(Func<Task> gather)
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<(Type Type, string Key), UnderWay> _underWay = [];

    /// <summary>With a millisecond to gather.</summary>
    public SharedReads()
        : this(() => Task.Delay(Moment, TimeProvider.System))
    {
    }

    /// <summary>Reads, alone or with others.</summary>
    /// <param name="key">What is read.</param>
    /// <param name="read">Reads it; is cancelled when nobody waits for it any more.</param>
    /// <param name="cancellationToken">Ends the waiting of this one.</param>
    public Task<T> ReadAsync<T>(string key, Func<CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        SharedRead<T> mine;
        UnderWay? begun = null;
        lock (_gate)
        {
            if (!_underWay.TryGetValue((typeof(T), key), out var others))
            {
                _underWay.Add((typeof(T), key), others = begun = new UnderWay());
            }

            if (others.Next is SharedRead<T> { IsAbandoned: false } next)
            {
                mine = next;
            }
            else
            {
                others.Next = mine = new SharedRead<T>(_gate, read, new CancellationTokenSource());
            }

            mine.Join();
        }

        // Not under the lock, and not on another thread, which would have to be woken: whoever asks first, asks Logto at once.
        if (begun is not null)
        {
            _ = RunAsync((typeof(T), key), begun);
        }

        return mine.AnswerAsync(cancellationToken);
    }

    private async Task RunAsync((Type Type, string Key) key, UnderWay others)
    {
        while (Take(key, others) is { } read)
        {
            await read.RunAsync();
            if (IsCrowded(others))
            {
                await gather();
            }
        }
    }

    // From here on nobody joins it: it begins.
    private ISharedRead? Take((Type Type, string Key) key, UnderWay others)
    {
        lock (_gate)
        {
            var read = others.Next;
            others.Next = null;
            if (read is null)
            {
                _underWay.Remove(key);
            }

            return read;
        }
    }

    private bool IsCrowded(UnderWay others)
    {
        lock (_gate)
        {
            return others.Next is { Waiting: > 1 };
        }
    }

    private sealed class UnderWay
    {
        public ISharedRead? Next { get; set; }
    }
}
