namespace OrgPortal.Tests.Support;

/// <summary>Waits for what becomes true by itself. The limit is for what never does, not for how long it takes.</summary>
public static class Eventually
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Waits until the condition holds.</summary>
    /// <param name="condition">Asked again and again.</param>
    /// <param name="meanwhile">Done before each question, such as letting a test's clock go on.</param>
    public static async Task TrueAsync(Func<bool> condition, Action? meanwhile = null)
    {
        using var limit = new CancellationTokenSource(Limit);
        while (!condition())
        {
            if (limit.IsCancellationRequested)
            {
                Assert.Fail("What was waited for did not come about.");
            }

            meanwhile?.Invoke();
            await Task.Delay(Pause);
        }
    }

    /// <inheritdoc cref="TrueAsync(Func{bool}, Action?)" />
    public static async Task TrueAsync(Func<Task<bool>> condition)
    {
        using var limit = new CancellationTokenSource(Limit);
        while (!await condition())
        {
            if (limit.IsCancellationRequested)
            {
                Assert.Fail("What was waited for did not come about.");
            }

            await Task.Delay(Pause);
        }
    }
}
