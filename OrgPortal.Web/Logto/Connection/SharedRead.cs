namespace OrgPortal.Web.Logto.Connection;

/// <summary>A read that several wait for. When the last of them leaves, it is cancelled.</summary>
/// <param name="gate">Held by whoever joins.</param>
/// <param name="read">Reads.</param>
/// <param name="left">Cancels it.</param>
internal sealed class SharedRead<T>(Lock gate, Func<CancellationToken, Task<T>> read, CancellationTokenSource left) : ISharedRead
{
    private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    // Of whoever asks first: the call is a part of what they do, also when it begins after somebody else's.
    private readonly ExecutionContext? _context = ExecutionContext.Capture();

    public int Waiting { get; private set; }

    /// <summary>Whether everybody has left: nobody joins any more.</summary>
    public bool IsAbandoned { get; private set; }

    /// <summary>One more waits. Under the gate.</summary>
    public void Join() => Waiting++;

    /// <summary>Waits, for one who has joined.</summary>
    public async Task<T> AnswerAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _answer.Task.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            Leave();
            throw;
        }
    }

    public async Task RunAsync()
    {
        var reading = Begin();
        await Task.WhenAny(reading);
        _answer.SetFromTask(reading);
        // Nobody may have waited to the end.
        _ = _answer.Task.Exception;
    }

    private Task<T> Begin()
    {
        if (_context is null)
        {
            return read(left.Token);
        }

        Task<T>? reading = null;
        ExecutionContext.Run(_context, _ => reading = read(left.Token), null);
        return reading!;
    }

    private void Leave()
    {
        lock (gate)
        {
            IsAbandoned = --Waiting == 0;
        }

        if (IsAbandoned)
        {
            left.Cancel();
        }
    }
}
