namespace OrgPortal.Web.Features.Webhooks;

/// <summary>Wakes whoever sends, when somebody waits to see something arrive. Without it everything is sent a moment later.</summary>
internal sealed class WebhookSignal : IDisposable
{
    private readonly SemaphoreSlim _raised = new(0, 1);

    /// <summary>There is something.</summary>
    public void Raise()
    {
        try
        {
            _raised.Release();
        }
        catch (SemaphoreFullException)
        {
            // Somebody else has said so.
        }
    }

    /// <summary>Waits until there is something, or until the time has passed.</summary>
    public async Task WaitAsync(TimeSpan most, TimeProvider time, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(most, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        await _raised.WaitAsync(both.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
    }

    /// <inheritdoc />
    public void Dispose() => _raised.Dispose();
}
