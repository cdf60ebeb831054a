namespace OrgPortal.Web.Logto.Connection;

/// <summary>A value that many ask for and that changes rarely: read once, kept for a while. A failed read is not kept.</summary>
internal sealed class RecentValue<T>(Func<Task<T>> read, TimeSpan keepFor, TimeProvider time)
{
    private readonly Lock _gate = new();
    private Task<T>? _value;
    private DateTimeOffset _askedAt;

    public Task<T> GetAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            if (_value is null || _value.IsFaulted || _value.IsCanceled || now - _askedAt >= keepFor)
            {
                (_value, _askedAt) = (Task.Run(read), now);
            }

            return _value.WaitAsync(cancellationToken);
        }
    }

    /// <summary>The next one who asks reads anew.</summary>
    public void Forget()
    {
        lock (_gate)
        {
            _value = null;
        }
    }
}
