using Microsoft.Extensions.Time.Testing;
using OrgPortal.Tests.Support;
using OrgPortal.Web.Components;

namespace OrgPortal.Tests.Components;

public sealed class PageTurnTests
{
    private readonly FakeTimeProvider _clock = new();
    private readonly PageTurn _turn = new();
    private int _announced;

    [Fact]
    public async Task Nothing_is_drawn_before_the_rows()
    {
        var reading = new TaskCompletionSource();

        var turn = TurnAsync(reading.Task);

        Assert.True(_turn.HoldsBack);
        reading.SetResult();
        await turn;
        Assert.False(_turn.HoldsBack);
        Assert.Equal(0, _announced);
    }

    [Fact]
    public async Task Rows_that_take_long_are_announced_once()
    {
        var reading = new TaskCompletionSource();
        var turn = TurnAsync(reading.Task);

        _clock.Advance(PageTurn.Prompt);
        await Eventually.TrueAsync(() => _announced == 1);

        Assert.False(_turn.HoldsBack);
        reading.SetResult();
        await turn;
        Assert.Equal(1, _announced);
    }

    [Fact]
    public async Task Rows_that_were_turned_away_from_let_nothing_through()
    {
        var (first, second) = (new TaskCompletionSource(), new TaskCompletionSource());
        var turns = (TurnAsync(first.Task), TurnAsync(second.Task));

        first.SetResult();
        await turns.Item1;

        Assert.True(_turn.HoldsBack);
        second.SetResult();
        await turns.Item2;
        Assert.False(_turn.HoldsBack);
    }

    [Fact]
    public async Task A_reading_that_breaks_off_holds_nothing_back()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => TurnAsync(Task.FromException(new InvalidOperationException())));

        Assert.False(_turn.HoldsBack);
    }

    private Task TurnAsync(Task reading) => _turn.OverAsync(reading, _clock, () => _announced++);
}
