using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using OrgPortal.Tests.Support;

namespace OrgPortal.Tests.Logto;

/// <summary>The real Logto room, with its handlers, over a <see cref="ScriptedLogto"/> and a clock that only the test moves.</summary>
public abstract class LogtoRoom : IAsyncLifetime
{
    // What pauses unseen is helped on by half a second after this long: far too slowly to run into a limit.
    private static readonly TimeSpan Unseen = TimeSpan.FromSeconds(1);

    private readonly ServiceProvider _services;

    protected LogtoRoom()
    {
        Logto = new ScriptedLogto(Time);
        _services = LogtoClients.Create(new Uri("http://logto.example/"), "app", Secret, Logto, Time, Logs);
    }

    /// <summary>The secret of the portal's application.</summary>
    protected const string Secret = "the-management-secret";

    private protected ScriptedLogto Logto { get; }

    private protected PausingClock Time { get; } = new(new DateTimeOffset(2026, 5, 4, 3, 2, 1, TimeSpan.Zero));

    protected CapturedLogs Logs { get; } = new();

    protected IServiceProvider Services => _services;

    public Task InitializeAsync() => Task.CompletedTask;

    // What is still under way is waited for, by this clock too.
    public async Task DisposeAsync()
    {
        await PassingTimeAsync(_services.DisposeAsync().AsTask());
        Logto.Dispose();
    }

    protected T Client<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>
    /// Lets pauses, and the limits of what never answers, pass without waiting for them. While there is neither, the call is at work: the clock stands still, however
    /// long that takes here.
    /// </summary>
    protected async Task PassingTimeAsync(Task call)
    {
        for (var moved = Stopwatch.GetTimestamp(); !call.IsCompleted; await Task.WhenAny(call, Task.Delay(1)))
        {
            if (Time.IsWaitedFor || Logto.IsStalling || Stopwatch.GetElapsedTime(moved) > Unseen)
            {
                Time.Advance(TimeSpan.FromMilliseconds(500));
                moved = Stopwatch.GetTimestamp();
            }
        }

        await call;
    }

    /// <summary>Moves the clock by so much and no further, in steps small enough for what happens on the way.</summary>
    protected async Task MoveAsync(TimeSpan time)
    {
        for (var step = TimeSpan.FromMilliseconds(500); time > TimeSpan.Zero; time -= step)
        {
            await Task.Delay(2);
            Time.Advance(step);
        }
    }

    /// <inheritdoc cref="PassingTimeAsync(Task)" />
    protected async Task<T> PassingTimeAsync<T>(Task<T> call)
    {
        await PassingTimeAsync((Task)call);
        return await call;
    }

    /// <summary>Lets what goes on in the background get so far, without moving the clock.</summary>
    /// <param name="isSo">Whether it has come to that.</param>
    /// <param name="meanwhile">What is done again and again until then.</param>
    protected static async Task UntilAsync(Func<bool> isSo, Func<Task>? meanwhile = null)
    {
        for (var began = Stopwatch.GetTimestamp(); !isSo();)
        {
            Assert.True(Stopwatch.GetElapsedTime(began) < Patience.Limit, "It has not come to that.");
            await (meanwhile?.Invoke() ?? Task.Delay(1));
        }
    }
}
