using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using OrgPortal.Tests.Support;

namespace OrgPortal.Tests.Logto;

/// <summary>The real Logto room, with its handlers, over a <see cref="ScriptedLogto"/> and a clock that only the test moves.</summary>
public abstract class LogtoRoom : IAsyncLifetime
{
    private readonly ServiceProvider _services;

    protected LogtoRoom()
    {
        Logto = new ScriptedLogto(Time);
        _services = LogtoClients.Create(new Uri("http://logto.example/"), "app", Secret, Logto, Time, Logs);
    }

    /// <summary>The secret of the portal's application.</summary>
    protected const string Secret = "the-management-secret";

    private protected ScriptedLogto Logto { get; }

    protected FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 5, 4, 3, 2, 1, TimeSpan.Zero));

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

    /// <summary>Lets pauses and time limits pass without waiting for them.</summary>
    protected async Task PassingTimeAsync(Task call)
    {
        while (!call.IsCompleted)
        {
            Time.Advance(TimeSpan.FromMilliseconds(500));
            var began = Stopwatch.GetTimestamp();
            await Task.WhenAny(call, Task.Delay(2));

            // A busy machine takes its time over what the clock has set off: it gets it, before the clock goes on.
            if (Stopwatch.GetElapsedTime(began) is var lag && lag > TimeSpan.FromMilliseconds(6))
            {
                await Task.WhenAny(call, Task.Delay(5 * lag));
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
    protected static async Task UntilAsync(Func<bool> isSo)
    {
        for (var began = Stopwatch.GetTimestamp(); !isSo();)
        {
            Assert.True(Stopwatch.GetElapsedTime(began) < Patience.Limit, "It has not come to that.");
            await Task.Delay(1);
        }
    }
}
