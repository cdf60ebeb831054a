using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using OrgPortal.Tests.Support;
using OrgPortal.Tests.Support.Fakes.Logto;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Events;
using OrgPortal.Web.Events.Nodes;
using OrgPortal.Web.Features.Members;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Notices;
using OrgPortal.Web.Store;

namespace OrgPortal.Tests.Notices;

public sealed class NoticeBoardTests : IDisposable
{
    private static readonly UserId Ada = UserId.Parse("ada123456789");
    private static readonly UserId Bob = UserId.Parse("bob123456789");

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 20, 12, 0, 0, TimeSpan.Zero));
    private readonly FakeLogto _logto = new();
    private readonly TenantEvents _events = new(new SingleNode());
    private readonly List<TenantEvent> _announced = [];
    private readonly OrganizationId _acme;
    private readonly OrganizationRoleId _admin;
    private TestStore _store = null!;

    public NoticeBoardTests()
    {
        _acme = _logto.AddOrganization("Acme");
        _admin = _logto.AddRole("admin", "manage:member", "delete:organization");
        _events.Subscribe(_announced.Add);
    }

    public void Dispose()
    {
        _events.Dispose();
        _store?.Dispose();
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Everybody_named_is_told_and_their_pages_hear_of_it(StoreProvider on)
    {
        await Board(on).TellAsync([Ada, Bob, Ada], Some());

        Assert.Equal([Ada.Value, Bob.Value], Kept().Select(notice => notice.RecipientId).Order());
        Assert.Equal([new NoticesChanged(Ada), new NoticesChanged(Bob)], _announced);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task What_has_a_name_is_told_once_and_what_has_none_each_time(StoreProvider on)
    {
        var board = Board(on);
        foreach (var _ in Enumerable.Range(0, 2))
        {
            await board.TellAsync([Ada], Some() with { Once = "a" });
            await board.TellAsync([Ada], Some());
        }

        await board.TellAsync([Bob], Some() with { Once = "a" });

        Assert.Equal(["a", null, null], Kept().Where(notice => notice.RecipientId == Ada.Value).Select(notice => notice.Once).Order(Comparer<string?>.Create((a, b) => string.CompareOrdinal(b, a))));
        Assert.Equal("a", Assert.Single(Kept(), notice => notice.RecipientId == Bob.Value).Once);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task The_newest_of_a_person_are_kept(StoreProvider on)
    {
        var board = Board(on);
        await board.TellAsync([Bob], Some());
        for (var number = 0; number < NoticeBoard.MostKept + 3; number++)
        {
            await board.TellAsync([Ada], Some() with { Facts = new NoticeFacts { Done = number } });
        }

        var numbers = Kept().Where(notice => notice.RecipientId == Ada.Value).Select(notice => NoticeFacts.Read(notice.Facts).Done!.Value).ToList();
        Assert.Equal(Enumerable.Range(3, NoticeBoard.MostKept), numbers);
        Assert.Single(Kept(), notice => notice.RecipientId == Bob.Value);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task What_is_old_goes(StoreProvider on)
    {
        var board = Board(on);
        await board.TellAsync([Ada], Some() with { Once = "old" });
        _time.Advance(NoticeRetention.Kept + TimeSpan.FromSeconds(1));
        await board.TellAsync([Ada], Some() with { Once = "new" });
        using var retention = new NoticeRetention(_store, _time, NullLogger<NoticeRetention>.Instance);

        Assert.Equal(1, await retention.RemoveAsync(CancellationToken.None));

        Assert.Equal("new", Assert.Single(Kept()).Once);
    }

    [Fact]
    public async Task A_store_that_is_down_harms_nobody()
    {
        var board = Board(StoreProvider.Sqlite);
        _store.IsDown = true;

        await board.TellAsync([Ada], Some());

        Assert.Empty(_announced);
    }

    [Fact]
    public async Task Administrators_are_told_with_one_call_whatever_the_size_of_the_organization()
    {
        var board = Board(StoreProvider.Sqlite);
        var member = _logto.AddRole("member", "read:member");
        var admins = Enumerable.Range(0, 3).Select(i => Join($"admin{i}@acme.example", _admin)).ToList();
        foreach (var i in Enumerable.Range(0, 300))
        {
            Join($"member{i}@acme.example", member);
        }

        _logto.Calls.Clear();
        var told = await board.TellAdministratorsAsync(Some(), except: [admins[0]]);

        Assert.Equal(admins.Skip(1).OrderBy(admin => admin.Value, StringComparer.Ordinal), told.OrderBy(admin => admin.Value, StringComparer.Ordinal));
        Assert.Equal(told.Select(admin => admin.Value).Order(), Kept().Select(notice => notice.RecipientId).Order());
        Assert.Single(_logto.Calls.Made, call => call.Contains("Members", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_many_administrators_so_many_are_told()
    {
        var board = Board(StoreProvider.Sqlite);
        foreach (var i in Enumerable.Range(0, 120))
        {
            Join($"admin{i}@acme.example", _admin);
        }

        Assert.Equal(50, (await board.TellAdministratorsAsync(Some())).Count);
    }

    [Fact]
    public async Task Nobody_is_told_when_Logto_does_not_say_who_administers()
    {
        var board = Board(StoreProvider.Sqlite);
        Join("admin@acme.example", _admin);
        _logto.Calls.FailNext(new LogtoUnreachableException("test"), 10);

        Assert.Empty(await board.TellAdministratorsAsync(Some()));

        Assert.Empty(Kept());
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"personName\":1}")]
    public void Facts_that_cannot_be_read_are_none(string json) => Assert.Equal(NoticeFacts.None, NoticeFacts.Read(json));

    [Fact]
    public void Long_names_are_cut()
    {
        var facts = NoticeFacts.Read(new NoticeFacts { PersonName = new string('a', 5000) }.ToJson());

        Assert.Equal((160, '…'), (facts.PersonName!.Length, facts.PersonName[^1]));
    }

    private Notice Some() => new(NoticeKinds.InvitationAccepted, _acme, new NoticeFacts { PersonName = "Dave" });

    private NoticeBoard Board(StoreProvider on)
    {
        _store = TestStore.Open(on);
        return new NoticeBoard(_store, new Administrators(_logto.MembersClient, _logto.RolesClient, Options.Create(new PermissionOptions())), _events, _time, NullLogger<NoticeBoard>.Instance);
    }

    private UserId Join(string address, OrganizationRoleId role)
    {
        var user = _logto.AddUser(address, address);
        _logto.AddMember(_acme, user, role);
        return user;
    }

    private NoticeEntry[] Kept()
    {
        using var context = _store.CreateDbContext();
        return [.. context.Notices.AsNoTracking().OrderBy(notice => notice.Id)];
    }
}
