using OrgPortal.Web.Authentication.Sessions;

namespace OrgPortal.Tests.Authentication;

public sealed class SessionWatchTests
{
    private readonly SessionSetup _setup = new();

    [Fact]
    public async Task A_session_that_another_node_ended_is_announced_here()
    {
        var session = await _setup.BeginAsync();
        var told = 0;
        using var subscription = _setup.Events.Subscribe(session, () => told++);

        await _setup.Watch.CheckAsync();
        Assert.Equal(0, told);
        await _setup.Store.RemoveAsync(session);
        await _setup.Watch.CheckAsync();

        Assert.Equal(1, told);
    }

    [Fact]
    public async Task A_session_that_ran_out_is_announced_and_forgotten()
    {
        var session = await _setup.BeginAsync();
        var told = 0;
        using var subscription = _setup.Events.Subscribe(session, () => told++);

        _setup.Time.Advance(TimeSpan.FromHours(1));
        await _setup.Watch.CheckAsync();

        Assert.Equal(1, told);
        Assert.Empty(_setup.Store.All);
    }

    [Fact]
    public async Task Work_in_an_open_page_keeps_the_session_alive()
    {
        var session = await _setup.BeginAsync();

        for (var i = 0; i < 4; i++)
        {
            _setup.Time.Advance(TimeSpan.FromMinutes(30));
            _setup.Watch.NoteActivity(session);
            await _setup.Watch.CheckAsync();
        }

        Assert.NotNull(await _setup.Registry.FindAsync(session));
    }

    [Fact]
    public async Task The_watch_outlives_a_store_that_is_away_for_a_while()
    {
        var session = await _setup.BeginAsync();
        var told = new TaskCompletionSource();
        using var subscription = _setup.Events.Subscribe(session, told.SetResult);
        await _setup.Watch.StartAsync(CancellationToken.None);

        _setup.Store.Failure = new InvalidOperationException("away");
        _setup.Time.Advance(SessionWatch.Interval);
        _setup.Store.Failure = null;
        await _setup.Store.RemoveAsync(session);
        while (!told.Task.IsCompleted)
        {
            _setup.Time.Advance(SessionWatch.Interval);
            await Task.Yield();
        }

        await told.Task;
        await _setup.Watch.StopAsync(CancellationToken.None);
    }

    [Fact]
    public void No_ended_session_stays_open_for_half_a_minute() => Assert.True(SessionWatch.Interval <= TimeSpan.FromSeconds(30));

    [Fact]
    public async Task A_session_whose_browser_is_on_its_way_to_logto_is_announced_when_it_comes_back()
    {
        var session = await _setup.BeginAsync();
        var told = 0;
        using var subscription = _setup.Events.Subscribe(session, () => told++);

        _setup.Events.Leave(session);
        await _setup.Registry.EndAsync(session);
        await _setup.Watch.CheckAsync();
        Assert.Equal(0, told);
        _setup.Events.ComeBack(session);

        Assert.Equal(1, told);
    }

    [Fact]
    public async Task A_session_whose_browser_never_comes_back_is_announced_within_half_a_minute()
    {
        var session = await _setup.BeginAsync();
        var told = 0;
        using var subscription = _setup.Events.Subscribe(session, () => told++);

        _setup.Events.Leave(session);
        await _setup.Registry.EndAsync(session);
        _setup.Time.Advance(SessionEvents.LongestWay);
        await _setup.Watch.CheckAsync();

        Assert.Equal(1, told);
        Assert.True(SessionEvents.LongestWay + SessionWatch.Interval <= TimeSpan.FromSeconds(30));
    }

    [Fact]
    public void Whoever_comes_back_to_a_node_they_did_not_leave_from_is_announced_there_too()
    {
        var told = 0;
        using var subscription = _setup.Events.Subscribe("one", () => told++);

        _setup.Events.ComeBack("one");

        Assert.Equal(1, told);
    }

    [Fact]
    public void A_page_that_fails_harms_no_other()
    {
        var told = 0;
        using var failing = _setup.Events.Subscribe("one", () => throw new InvalidOperationException());
        using var other = _setup.Events.Subscribe("one", () => told++);

        _setup.Events.Ended("one");

        Assert.Equal(1, told);
    }

    [Fact]
    public void A_closed_page_is_forgotten()
    {
        var subscription = _setup.Events.Subscribe("one", () => { });
        using var other = _setup.Events.Subscribe("two", () => { });

        subscription.Dispose();

        Assert.Equal(["two"], _setup.Events.Watched);
    }
}
