using System.Collections.Concurrent;
using CsCheck;
using OrgPortal.Tests.Properties;
using OrgPortal.Web.Logto.Connection;

namespace OrgPortal.Tests.Logto;

/// <summary>Reads that share an answer, and never get one from before they asked.</summary>
public sealed class SharedReadsTests
{
    private readonly SharedReads _reads = new(() => Task.CompletedTask);
    private readonly Lock _gate = new();
    private readonly List<TaskCompletionSource<int>> _begun = [];
    private readonly List<CancellationToken> _tokens = [];

    [Fact]
    public async Task Whoever_asks_while_a_read_is_under_way_shares_the_next_one()
    {
        var first = ReadAsync();
        await BegunAsync(1);
        Task<int>[] others = [ReadAsync(), ReadAsync(), ReadAsync()];

        _begun[0].SetResult(1);
        Assert.Equal(1, await first);
        await BegunAsync(2);
        _begun[1].SetResult(2);

        Assert.All(await Task.WhenAll(others), answer => Assert.Equal(2, answer));
        Assert.Equal(2, _begun.Count);
    }

    [Fact]
    public async Task Whoever_asks_first_begins_to_read_by_themselves()
    {
        int? reader = null;

        var first = _reads.ReadAsync("it", _ => Task.FromResult(reader = Environment.CurrentManagedThreadId), CancellationToken.None);

        Assert.Equal(Environment.CurrentManagedThreadId, reader);
        Assert.Equal(reader, await first);
    }

    [Fact]
    public async Task Nothing_is_kept_and_other_things_are_read_at_the_same_time()
    {
        var (one, other) = (ReadAsync("one"), ReadAsync("other"));
        await BegunAsync(2);
        _begun[0].SetResult(1);
        _begun[1].SetResult(2);
        Assert.Equal(3, await one + await other);

        var again = ReadAsync("one");
        await BegunAsync(3);
        _begun[2].SetResult(3);

        Assert.Equal(3, await again);
    }

    [Fact]
    public async Task A_failure_is_everybodys_who_waits_for_it_and_nobody_elses()
    {
        var first = ReadAsync();
        await BegunAsync(1);
        var second = ReadAsync();
        _begun[0].SetException(new InvalidOperationException());
        await Assert.ThrowsAsync<InvalidOperationException>(() => first);
        await BegunAsync(2);
        _begun[1].SetResult(2);

        Assert.Equal(2, await second);
    }

    [Fact]
    public async Task Who_leaves_ends_their_own_waiting_and_the_last_one_the_read()
    {
        using var leaving = new CancellationTokenSource();
        using var leavingToo = new CancellationTokenSource();
        var first = ReadAsync();
        await BegunAsync(1);
        var (second, third) = (ReadAsync(token: leaving.Token), ReadAsync(token: leavingToo.Token));
        _begun[0].SetResult(1);
        await BegunAsync(2);

        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        Assert.False(_tokens[1].IsCancellationRequested);
        await leavingToo.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => third);

        Assert.True(_tokens[1].IsCancellationRequested);
        Assert.Equal(1, await first);
    }

    /// <summary>
    /// Everything that can happen in any order: somebody asks, somebody changes the value and is told so, a read looks at it, a read's answer comes. What is
    /// answered is never older than the value was when it was asked for.
    /// </summary>
    [Fact]
    public void Nobody_is_told_what_was_true_before_they_asked() => Cases.Check(Gen.Int[0, 3].Array[1, 24], history =>
    {
        var reads = new SharedReads(() => Task.CompletedTask);
        var (value, asked, waiting) = (0, new List<(int Since, Task<int> Answer)>(), new ConcurrentQueue<Looking>());
        foreach (var happening in history.Concat(Enumerable.Repeat(3, 64)))
        {
            switch (happening)
            {
                case 0:
                    asked.Add((value, reads.ReadAsync("it", _ => Begin(waiting), CancellationToken.None)));
                    break;
                case 1:
                    value++;
                    break;
                case 2 when waiting.TryPeek(out var looking):
                    looking.Seen ??= value;
                    break;
                case 3 when asked.Exists(one => !one.Answer.IsCompleted):
                    SpinWait.SpinUntil(() => !waiting.IsEmpty || asked.TrueForAll(one => one.Answer.IsCompleted), TimeSpan.FromSeconds(30));
                    if (waiting.TryDequeue(out var answered))
                    {
                        answered.Answer.SetResult(answered.Seen ?? value);
                        SpinWait.SpinUntil(() => asked.Exists(one => one.Answer.IsCompleted), TimeSpan.FromSeconds(30));
                    }

                    break;
            }
        }

        Assert.All(asked, one => Assert.True(one.Answer.GetAwaiter().GetResult() >= one.Since));
    }, costing: 20);

    private static Task<int> Begin(ConcurrentQueue<Looking> waiting)
    {
        var looking = new Looking();
        waiting.Enqueue(looking);
        return looking.Answer.Task;
    }

    private Task<int> ReadAsync(string key = "it", CancellationToken token = default) => _reads.ReadAsync(key, cancelled =>
    {
        // Reads of several things begin at the same moment.
        lock (_gate)
        {
            _tokens.Add(cancelled);
            var begun = new TaskCompletionSource<int>();
            _begun.Add(begun);
            return begun.Task;
        }
    }, token);

    private Task BegunAsync(int count) => Support.Eventually.TrueAsync(() =>
    {
        lock (_gate)
        {
            return _begun.Count >= count;
        }
    });

    private sealed class Looking
    {
        public TaskCompletionSource<int> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int? Seen { get; set; }
    }
}
