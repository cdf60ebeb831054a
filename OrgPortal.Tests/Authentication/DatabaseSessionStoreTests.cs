using Microsoft.Extensions.Time.Testing;
using OrgPortal.Tests.Support;
using OrgPortal.Web.Authentication.Sessions;
using OrgPortal.Web.Store;

namespace OrgPortal.Tests.Authentication;

public sealed class DatabaseSessionStoreTests : IDisposable
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 24, 8, 0, 0, TimeSpan.Zero));
    private TestStore _database = null!;
    private DatabaseSessionStore _store = null!;

    public void Dispose() => _database.Dispose();

    private void Use(StoreProvider provider)
    {
        _database = TestStore.Open(provider);
        _store = new DatabaseSessionStore(_database, _time);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task A_session_is_found_as_it_was_added(StoreProvider on)
    {
        Use(on);
        var session = Session("one", "sid-1");
        await _store.AddAsync(session);

        var found = (await _store.FindAsync("one"))!;

        Assert.Equal(session with { Content = default }, found with { Content = default });
        Assert.Equal(session.Content.ToArray(), found.Content.ToArray());
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task An_expired_session_is_never_found_and_can_be_forgotten(StoreProvider on)
    {
        Use(on);
        await _store.AddAsync(Session("one"));
        await _store.AddAsync(Session("two") with { ExpiresAt = _time.GetUtcNow().AddHours(5) });
        _time.Advance(TimeSpan.FromHours(1));

        Assert.Null(await _store.FindAsync("one"));
        Assert.Equal(["two"], await _store.FindLivingAsync(["one", "two", "three"]));
        Assert.False(await _store.ReplaceContentAsync("one", new byte[] { 9 }));
        await _store.ExtendAsync("one", _time.GetUtcNow().AddHours(1));
        Assert.Null(await _store.FindAsync("one"));

        await _store.RemoveExpiredAsync();
        Assert.False(await _store.RemoveAsync("one"));
        Assert.True(await _store.RemoveAsync("two"));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task What_a_session_holds_and_how_long_it_lives_change_apart(StoreProvider on)
    {
        Use(on);
        await _store.AddAsync(Session("one"));

        Assert.True(await _store.ReplaceContentAsync("one", new byte[] { 9, 9 }));
        await _store.ExtendAsync("one", _time.GetUtcNow().AddHours(2));

        var found = (await _store.FindAsync("one"))!;
        Assert.Equal(new byte[] { 9, 9 }, found.Content.ToArray());
        Assert.Equal(_time.GetUtcNow().AddHours(2), found.ExpiresAt);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Of_two_that_remove_a_session_one_is_told_so(StoreProvider on)
    {
        Use(on);
        await _store.AddAsync(Session("one"));

        var removed = await Task.WhenAll(_store.RemoveAsync("one"), _store.RemoveAsync("one"));

        Assert.Single(removed, true);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Sessions_are_found_by_person_and_by_logtos_session(StoreProvider on)
    {
        Use(on);
        await _store.AddAsync(Session("one", "sid-1"));
        await _store.AddAsync(Session("two"));
        await _store.AddAsync(Session("three", "sid-1") with { User = SessionSetup.Bob });

        Assert.Equal([("one", "sid-1"), ("two", null)], (await _store.FindByUserAsync(SessionSetup.Alice)).OrderBy(found => found.Key));
        Assert.Equal(["one", "three"], (await _store.FindByLogtoSessionAsync("sid-1")).Order());
    }

    private StoredSession Session(string key, string? logtoSession = null) =>
        new(key, SessionSetup.Alice, logtoSession, new byte[] { 1, 2, 3 }, _time.GetUtcNow().AddHours(1));
}
