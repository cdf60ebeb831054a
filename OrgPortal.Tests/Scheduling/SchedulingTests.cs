using System.Collections.Concurrent;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OrgPortal.Tests.Support;
using OrgPortal.Web.Scheduling;
using OrgPortal.Web.Store;

namespace OrgPortal.Tests.Scheduling;

public sealed class SchedulingTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Recurring_work_comes_round_again(StoreProvider on)
    {
        using var store = TestStore.Open(on);
        var log = new WorkLog();
        await using var node = await StartAsync(store, log, services => services.AddRecurringWork<Rounds>("test.rounds", Soon));

        await Eventually.TrueAsync(() => log.Count("round") >= 2);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task A_restart_goes_on_with_the_schedule_and_takes_another_interval(StoreProvider on)
    {
        using var store = TestStore.Open(on);
        var log = new WorkLog();
        await using (await StartAsync(store, log, services => services.AddRecurringWork<Rounds>("test.rounds", TimeSpan.FromDays(1))))
        {
        }

        await using (await StartAsync(store, log, services => services.AddRecurringWork<Rounds>("test.rounds", TimeSpan.FromDays(1))))
        {
            Assert.Equal(0, log.Count("round"));
        }

        await using (await StartAsync(store, log, services => services.AddRecurringWork<Rounds>("test.rounds", Soon)))
        {
            await Eventually.TrueAsync(() => log.Count("round") >= 1);
        }
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Durable_work_is_done_turn_by_turn_and_forgotten(StoreProvider on)
    {
        using var store = TestStore.Open(on);
        var log = new WorkLog { Turns = 3 };
        await using var node = await StartAsync(store, log, services => services.AddDurableWork<Steps>("test.steps"));

        await StarterOf(node).StartAsync<Steps>("one");

        await Eventually.TrueAsync(() => log.Count("ended one") == 1);
        Assert.Equal(3, log.Count("turn one"));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Asking_twice_never_runs_it_twice_at_once(StoreProvider on)
    {
        using var store = TestStore.Open(on);
        var log = new WorkLog { Turns = 1 };
        log.Hold();
        await using var node = await StartAsync(store, log, services => services.AddDurableWork<Steps>("test.steps"));

        await StarterOf(node).StartAsync<Steps>("one");
        await Eventually.TrueAsync(() => log.Count("turn one") == 1);
        await StarterOf(node).StartAsync<Steps>("one");
        await StarterOf(node).StartAsync<Steps>("two");
        // The other one starts: a node was free, and still the first one had no second turn beside it.
        await Eventually.TrueAsync(() => log.Count("turn two") == 1);
        Assert.Equal(1, log.Count("turn one"));

        log.LetGo();
        await Eventually.TrueAsync(() => log.Count("ended one") >= 1 && log.Count("ended two") >= 1);
        Assert.Equal(1, log.MostAtOnce("one"));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Work_that_throws_is_done_again(StoreProvider on)
    {
        using var store = TestStore.Open(on);
        var log = new WorkLog { Turns = 1, Failures = 1 };
        await using var node = await StartAsync(store, log, services => services.AddDurableWork<Steps>("test.steps"));

        await StarterOf(node).StartAsync<Steps>("one");

        await Eventually.TrueAsync(() => log.Count("ended one") == 1);
        Assert.Equal(2, log.Count("turn one"));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Work_that_a_stop_interrupts_goes_on_after_the_restart(StoreProvider on)
    {
        using var store = TestStore.Open(on);
        var log = new WorkLog { Turns = 1 };
        log.Hold();
        await using (var node = await StartAsync(store, log, services => services.AddDurableWork<Steps>("test.steps")))
        {
            await StarterOf(node).StartAsync<Steps>("one");
            await Eventually.TrueAsync(() => log.Count("turn one") == 1);
        }

        Assert.Equal(0, log.Count("ended one"));
        log.LetGo();
        await using var next = await StartAsync(store, log, services => services.AddDurableWork<Steps>("test.steps"));

        await Eventually.TrueAsync(() => log.Count("ended one") == 1);
    }

    [Fact]
    public async Task Work_of_a_process_that_was_killed_is_done_by_the_next()
    {
        using var store = TestStore.Open(StoreProvider.Sqlite);
        var log = new WorkLog { Turns = 1 };
        log.Hold();
        // Never told to stop before the other one starts: what it has begun stands in the store as begun.
        await using var killed = await StartAsync(store, log, services => services.AddDurableWork<Steps>("test.steps"));
        await StarterOf(killed).StartAsync<Steps>("one");
        await Eventually.TrueAsync(() => log.Count("turn one") == 1);

        await using var next = await StartAsync(store, log, services => services.AddDurableWork<Steps>("test.steps"));
        await Eventually.TrueAsync(() => log.Count("turn one") == 2);
        log.LetGo();

        await Eventually.TrueAsync(() => log.Count("ended one") >= 1);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task A_node_that_does_no_work_hands_it_out(StoreProvider on)
    {
        using var store = TestStore.Open(on);
        var log = new WorkLog { Turns = 1 };
        await using (var idle = await StartAsync(store, log, services => services.AddDurableWork<Steps>("test.steps"), SchedulingMode.Off))
        {
            await StarterOf(idle).StartAsync<Steps>("one");
        }

        Assert.Equal(0, log.Count("turn one"));
        await using var node = await StartAsync(store, log, services => services.AddDurableWork<Steps>("test.steps"));

        await Eventually.TrueAsync(() => log.Count("ended one") == 1);
    }

    [Fact]
    public async Task In_memory_it_works_without_a_store()
    {
        using var store = TestStore.Open(StoreProvider.Sqlite);
        var log = new WorkLog { Turns = 2 };
        await using var node = await StartAsync(store, log, services => services.AddDurableWork<Steps>("test.steps").AddRecurringWork<Rounds>("test.rounds", Soon), SchedulingMode.Memory);

        await StarterOf(node).StartAsync<Steps>("one");

        await Eventually.TrueAsync(() => log.Count("ended one") == 1 && log.Count("round") >= 1);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Its_health_is_a_fact(StoreProvider on)
    {
        using var store = TestStore.Open(on);
        await using var node = await StartAsync(store, new WorkLog(), _ => { });
        var health = node.Services.GetRequiredService<HealthCheckService>();

        await Eventually.TrueAsync(async () => (await health.CheckHealthAsync()).Entries["scheduling"].Status == HealthStatus.Healthy);
    }

    [PostgresFact]
    public async Task Two_nodes_share_the_work()
    {
        using var store = TestStore.Open(StoreProvider.PostgreSql);
        var log = new WorkLog { Turns = 1 };
        await using var here = await StartAsync(store, log, Register);
        await using var there = await StartAsync(store, log, Register);

        foreach (var id in Enumerable.Range(0, 20))
        {
            await StarterOf(id % 2 == 0 ? here : there).StartAsync<Steps>($"{id}");
        }

        await Eventually.TrueAsync(() => Enumerable.Range(0, 20).All(id => log.Count($"ended {id}") == 1) && log.Count("round") >= 2);
        Assert.All(Enumerable.Range(0, 20), id => Assert.Equal(1, log.Count($"turn {id}")));
        Assert.Equal(1, log.MostAtOnce("round"));

        static void Register(IServiceCollection services) => services.AddDurableWork<Steps>("test.steps").AddRecurringWork<Rounds>("test.rounds", Soon);
    }

    private static IWorkStarter StarterOf(Node node) => node.Services.GetRequiredService<IWorkStarter>();

    private static async Task<Node> StartAsync(TestStore store, WorkLog log, Action<IServiceCollection> register, SchedulingMode mode = SchedulingMode.Store)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(store.Settings);
        builder.Configuration.AddInMemoryCollection([KeyValuePair.Create("Scheduling:Mode", (string?)mode.ToString())]);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(log);
        builder.Services.AddScheduling(builder.Configuration);
        register(builder.Services);
        var host = builder.Build();
        await host.StartAsync();
        return new Node(host);
    }

    private sealed class Node(IHost host) : IAsyncDisposable
    {
        public IServiceProvider Services => host.Services;

        public async ValueTask DisposeAsync()
        {
            await host.StopAsync();
            host.Dispose();
        }
    }

    /// <summary>What was done, and how the work is to behave.</summary>
    private sealed class WorkLog
    {
        private readonly ConcurrentQueue<string> _lines = new();
        private readonly ConcurrentDictionary<string, int> _running = new();
        private readonly ConcurrentDictionary<string, int> _most = new();
        private TaskCompletionSource _gate = Open();
        private int _failures;

        public int Turns { get; init; }

        public int Failures { get => _failures; init => _failures = value; }

        public Task Gate => _gate.Task;

        public void Hold() => _gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        public void LetGo() => _gate.TrySetResult();

        public void Write(string line) => _lines.Enqueue(line);

        public int Count(string line) => _lines.Count(known => known == line);

        public bool TakeFailure() => Interlocked.Decrement(ref _failures) >= 0;

        public int MostAtOnce(string id) => _most.GetValueOrDefault(id);

        public void Enter(string id)
        {
            var now = _running.AddOrUpdate(id, 1, (_, count) => count + 1);
            _most.AddOrUpdate(id, now, (_, most) => Math.Max(most, now));
        }

        public void Leave(string id) => _running.AddOrUpdate(id, 0, (_, count) => count - 1);

        private static TaskCompletionSource Open()
        {
            var source = new TaskCompletionSource();
            source.SetResult();
            return source;
        }
    }

    private sealed class Rounds(WorkLog log) : IRecurringWork
    {
        public Task RunAsync(CancellationToken cancellationToken)
        {
            log.Enter("round");
            log.Write("round");
            log.Leave("round");
            return Task.CompletedTask;
        }
    }

    private sealed class Steps(WorkLog log) : IDurableWork
    {
        public async Task<TimeSpan?> RunAsync(string id, CancellationToken cancellationToken)
        {
            log.Enter(id);
            try
            {
                log.Write($"turn {id}");
                await log.Gate.WaitAsync(cancellationToken);
                if (log.TakeFailure())
                {
                    throw new InvalidOperationException("As asked.");
                }

                if (log.Count($"turn {id}") < log.Turns)
                {
                    return TimeSpan.Zero;
                }

                log.Write($"ended {id}");
                return null;
            }
            finally
            {
                log.Leave(id);
            }
        }
    }
}
