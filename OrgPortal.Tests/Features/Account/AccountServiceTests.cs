using OrgPortal.Tests.Authentication;
using OrgPortal.Tests.Features.Invitations;
using OrgPortal.Tests.Support.Fakes.Logto;
using OrgPortal.Web.Audit;
using OrgPortal.Web.Authentication;
using OrgPortal.Web.Authentication.Sessions;
using OrgPortal.Web.Authentication.Tokens;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Events;
using OrgPortal.Web.Features.Account;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;

namespace OrgPortal.Tests.Features.Account;

public sealed class AccountServiceTests : IDisposable
{
    private static readonly string Update = FakeLogtoCalls.Name(nameof(IUsersClient), nameof(IUsersClient.UpdateAsync));
    private static readonly string EndSession = FakeLogtoCalls.Name(nameof(IUsersClient), nameof(IUsersClient.EndSessionAsync));
    private static readonly string ListSessions = FakeLogtoCalls.Name(nameof(IUsersClient), nameof(IUsersClient.ListSessionsAsync));

    private readonly InvitationTestBed _bed = new();
    private readonly SessionSetup _sessions = new();
    private readonly List<TenantEvent> _heard = [];

    public AccountServiceTests() => _bed.Get<ITenantEvents>().Subscribe(_heard.Add);

    private AccountService Service
    {
        get
        {
            var users = _bed.Get<IUsersClient>();
            var people = new SessionPeople(_sessions.Store, _sessions.Registry, new SessionGates(), _bed.Get<ITenantEvents>());
            return new AccountService(
                _bed.Get<IOrganizationGuard>(), _bed.User, users, new AccountChanges(users, people, _bed.Audit, _bed.Events), new AccountSessions(_sessions.Registry, users, _bed.Audit));
        }
    }

    private User Alice => _bed.Logto.Users.Single(user => user.Id == _bed.Alice);

    public void Dispose() => _bed.Dispose();

    [Fact]
    public async Task A_person_changes_their_name_and_picture_and_every_session_knows()
    {
        var key = await _sessions.BeginAsync(_bed.Alice);
        var foreign = await _sessions.BeginAsync(_bed.Bob);

        Assert.False((await Service.UpdateAsync(new AccountForm(" Alice Ames ", "https://pictures.example/a.png"))).IsFailure);

        Assert.Equal(("Alice Ames", "https://pictures.example/a.png"), (Alice.Name, Alice.Avatar));
        var claims = (await _sessions.Registry.FindAsync(key))!.Content.Claims.ToDictionary(claim => claim.Key, claim => claim.Value);
        Assert.Equal(("Alice Ames", "https://pictures.example/a.png", _bed.Alice.Value), (claims["name"], claims["picture"], claims["sub"]));
        Assert.Equal("refresh-1", (await _sessions.Registry.FindAsync(key))!.Content.Tokens.RefreshToken);
        Assert.DoesNotContain((await _sessions.Registry.FindAsync(foreign))!.Content.Claims, claim => claim.Value == "Alice Ames");
        Assert.Contains(new PersonChanged(_bed.Alice), _heard);
        Assert.Contains(new MembersChanged(_bed.Acme, _bed.Alice), _bed.Events.Published);
        Assert.DoesNotContain(_bed.Events.Published, happened => happened.Organization == _bed.Globex);
        Assert.Contains(_bed.Audit.Records, record => record is { Action: AuditActions.UpdateAccount, Outcome: "done", Organization: null } && record.TargetId == _bed.Alice.Value);
    }

    [Fact]
    public async Task Nothing_changed_asks_nothing_of_Logto_and_stands_on_no_record()
    {
        Assert.False((await Service.UpdateAsync(new AccountForm("Alice Adams"))).IsFailure);

        Assert.Equal(0, _bed.Logto.Calls.CountOf(Update));
        Assert.Empty(_bed.Audit.Records);
    }

    [Fact]
    public async Task An_emptied_picture_is_none()
    {
        await Service.UpdateAsync(new AccountForm("Alice Adams", "https://pictures.example/a.png"));

        await Service.UpdateAsync(new AccountForm("Alice Adams", "  "));

        Assert.Null(Alice.Avatar);
    }

    [Theory]
    [InlineData("", null, "name", "required")]
    [InlineData("\u200B", null, "name", "required")]
    [InlineData("a\u202Eb", null, "name", "control_characters")]
    [InlineData("a\nb", null, "name", "control_characters")]
    [InlineData("Alice", "http://pictures.example/a.png", "avatarUrl", "https_required")]
    [InlineData("Alice", "javascript:alert(1)", "avatarUrl", "https_required")]
    [InlineData("Alice", "data:image/png;base64,AAAA", "avatarUrl", "https_required")]
    [InlineData("Alice", "https://me:secret@pictures.example/a.png", "avatarUrl", "https_required")]
    [InlineData("Alice", "https://pictures.example/a b.png", "avatarUrl", "https_required")]
    [InlineData("Alice", "/a.png", "avatarUrl", "https_required")]
    public async Task What_cannot_be_used_is_refused_and_nothing_changes(string name, string? avatar, string field, string reason)
    {
        var invalid = Assert.IsType<Invalid>((await Service.UpdateAsync(new AccountForm(name, avatar))).Failure);

        Assert.Equal(new FieldFailure(field, reason), Assert.Single(invalid.Fields));
        Assert.Equal("Alice Adams", Alice.Name);
        Assert.Equal(0, _bed.Logto.Calls.CountOf(Update));
    }

    [Fact]
    public async Task What_is_too_long_is_refused()
    {
        var invalid = Assert.IsType<Invalid>((await Service.UpdateAsync(new AccountForm(new string('a', 129), "https://pictures.example/" + new string('a', 2048)))).Failure);

        Assert.Equal([new FieldFailure("name", "too_long"), new FieldFailure("avatarUrl", "too_long")], invalid.Fields);
    }

    [Fact]
    public async Task When_Logto_fails_in_the_middle_nobody_is_told_of_another_name()
    {
        var key = await _sessions.BeginAsync(_bed.Alice);
        _bed.Logto.Calls.Fail(Update, new LogtoUnreachableException("test"));

        Assert.IsType<Unavailable>((await Service.UpdateAsync(new AccountForm("Alice Ames"))).Failure);

        Assert.Contains((await _sessions.Registry.FindAsync(key))!.Content.Claims, claim => claim is { Key: "name", Value: "Alice" });
        Assert.Empty(_heard);
        Assert.Contains(_bed.Audit.Records, record => record is { Action: AuditActions.UpdateAccount, Outcome: "failed" });
    }

    [Fact]
    public async Task What_cannot_be_recorded_is_not_done()
    {
        _bed.Audit.IsDown = true;

        Assert.IsType<Unavailable>((await Service.UpdateAsync(new AccountForm("Alice Ames"))).Failure);

        Assert.Equal("Alice Adams", Alice.Name);
    }

    [Fact]
    public async Task Somebody_suspended_changes_and_ends_nothing()
    {
        var key = await _sessions.BeginAsync(_bed.Alice);
        _bed.Logto.Users[_bed.Logto.Users.IndexOf(Alice)] = Alice with { IsSuspended = true };

        Assert.IsType<SignInRequired>((await Service.UpdateAsync(new AccountForm("Alice Ames"))).Failure);
        Assert.IsType<SignInRequired>((await Service.UseLanguageAsync("en")).Failure);
        Assert.IsType<SignInRequired>((await Service.EndSessionAsync(key)).Failure);
        Assert.IsType<SignInRequired>((await Service.EndOtherSessionsAsync()).Failure);

        Assert.Equal("Alice Adams", Alice.Name);
        Assert.NotNull(await _sessions.Registry.FindAsync(key));
    }

    [Theory]
    [InlineData("en", "en")]
    [InlineData("zh-Hans", "zh-CN")]
    public async Task Logto_is_told_the_language_in_its_own_words(string culture, string locale)
    {
        await Service.UseLanguageAsync(culture);

        Assert.Equal(locale, Alice.Profile?.Locale);
    }

    [Fact]
    public async Task A_language_that_the_portal_does_not_speak_is_refused() =>
        Assert.IsType<Invalid>((await Service.UseLanguageAsync("tlh")).Failure);

    [Fact]
    public async Task Sessions_here_are_matched_with_those_at_Logto_and_others_are_listed_beside_them()
    {
        var here = await SignInAsync("sid-here", "uid-here");
        var phone = await SignInAsync("sid-phone", "uid-phone");
        AtLogto("uid-elsewhere", "sid-other-application");
        await _sessions.BeginAsync(_bed.Bob, logtoSession: "sid-bob");
        Here(here);

        var list = (await Service.ListSessionsAsync()).Value;

        Assert.True(list.IsComplete);
        Assert.Equal([(here, true, true), (phone, false, true), ("logto:uid-elsewhere", false, false)], list.Sessions.Select(one => (one.Id, one.IsHere, one.IsInPortal)).OrderByDescending(one => one.IsHere).ThenByDescending(one => one.IsInPortal));
    }

    [Fact]
    public async Task Ending_a_session_ends_it_here_and_at_Logto()
    {
        var here = await SignInAsync("sid-here", "uid-here");
        var phone = await SignInAsync("sid-phone", "uid-phone");
        Here(here);

        Assert.False((await Service.EndSessionAsync(phone)).IsFailure);

        Assert.Null(await _sessions.Registry.FindAsync(phone));
        Assert.NotNull(await _sessions.Registry.FindAsync(here));
        Assert.Equal("uid-here", Assert.Single(_bed.Logto.Sessions).Session.Uid);
        Assert.Contains(_bed.Audit.Records, record => record is { Action: AuditActions.EndSessions, Outcome: "done", Organization: null });
    }

    [Fact]
    public async Task Ending_all_others_leaves_the_one_that_asks()
    {
        var here = await SignInAsync("sid-here", "uid-here");
        var phone = await SignInAsync("sid-phone", "uid-phone");
        AtLogto("uid-elsewhere", "sid-other-application");
        Here(here);

        Assert.False((await Service.EndOtherSessionsAsync()).IsFailure);

        Assert.NotNull(await _sessions.Registry.FindAsync(here));
        Assert.Null(await _sessions.Registry.FindAsync(phone));
        Assert.Equal("uid-here", Assert.Single(_bed.Logto.Sessions).Session.Uid);
    }

    [Fact]
    public async Task A_session_of_the_same_browser_ends_without_the_one_that_asks()
    {
        var here = await SignInAsync("sid-here", "uid-here");
        var forgotten = await _sessions.BeginAsync(_bed.Alice, logtoSession: "sid-here");
        Here(here);

        Assert.False((await Service.EndOtherSessionsAsync()).IsFailure);

        Assert.Null(await _sessions.Registry.FindAsync(forgotten));
        Assert.NotNull(await _sessions.Registry.FindAsync(here));
        Assert.Equal("uid-here", Assert.Single(_bed.Logto.Sessions).Session.Uid);
    }

    [Fact]
    public async Task Where_Logto_names_no_session_the_one_that_asks_is_not_ended_as_another()
    {
        var here = await _sessions.BeginAsync(_bed.Alice);
        AtLogto("uid-here", "sid-here");
        Here(here);

        Assert.False((await Service.EndOtherSessionsAsync()).IsFailure);

        Assert.Single(_bed.Logto.Sessions);
        Assert.NotNull(await _sessions.Registry.FindAsync(here));
    }

    [Fact]
    public async Task Another_persons_session_is_left_alone()
    {
        var here = await SignInAsync("sid-here", "uid-here");
        var bobs = await _sessions.BeginAsync(_bed.Bob, logtoSession: "sid-bob");
        _bed.Logto.Sessions.Add((_bed.Bob, new UserSession("uid-bob", _bed.Clock.GetUtcNow(), ["sid-bob"])));
        Here(here);

        Assert.False((await Service.EndSessionAsync(bobs)).IsFailure);
        Assert.False((await Service.EndSessionAsync("logto:uid-bob")).IsFailure);
        Assert.False((await Service.EndOtherSessionsAsync()).IsFailure);

        Assert.NotNull(await _sessions.Registry.FindAsync(bobs));
        Assert.Contains(_bed.Logto.Sessions, one => one.User == _bed.Bob);
        Assert.Empty(_bed.Audit.Records);
    }

    [Fact]
    public async Task Without_an_answer_from_Logto_the_portals_own_are_listed_and_none_is_ended()
    {
        var here = await SignInAsync("sid-here", "uid-here");
        var phone = await SignInAsync("sid-phone", "uid-phone");
        Here(here);
        _bed.Logto.Calls.Fail(ListSessions, new LogtoUnreachableException("test"), 2);

        var list = (await Service.ListSessionsAsync()).Value;
        var ended = await Service.EndSessionAsync(phone);

        Assert.Equal((2, false), (list.Sessions.Count, list.IsComplete));
        Assert.IsType<Unavailable>(ended.Failure);
        Assert.NotNull(await _sessions.Registry.FindAsync(phone));
    }

    [Fact]
    public async Task When_Logto_does_not_end_it_the_session_stays_so_that_it_can_be_tried_again()
    {
        var here = await SignInAsync("sid-here", "uid-here");
        var phone = await SignInAsync("sid-phone", "uid-phone");
        Here(here);
        _bed.Logto.Calls.Fail(EndSession, new LogtoUnreachableException("test"));

        Assert.IsType<Unavailable>((await Service.EndSessionAsync(phone)).Failure);
        Assert.NotNull(await _sessions.Registry.FindAsync(phone));
        Assert.False((await Service.EndSessionAsync(phone)).IsFailure);

        Assert.Null(await _sessions.Registry.FindAsync(phone));
        Assert.Equal(["failed", "done"], _bed.Audit.Records.Where(record => record.Action == AuditActions.EndSessions).Select(record => record.Outcome));
    }

    [Fact]
    public async Task What_Logto_ended_before_is_ended_here_all_the_same()
    {
        var here = await SignInAsync("sid-here", "uid-here");
        var phone = await SignInAsync("sid-phone", "uid-phone");
        Here(here);
        _bed.Logto.Calls.Fail(EndSession, FakeLogto.NotFound("oidc.session_not_found", EndSession));

        Assert.False((await Service.EndSessionAsync(phone)).IsFailure);

        Assert.Null(await _sessions.Registry.FindAsync(phone));
    }

    private async Task<string> SignInAsync(string sid, string uid)
    {
        AtLogto(uid, sid);
        return await _sessions.BeginAsync(_bed.Alice, logtoSession: sid);
    }

    private void AtLogto(string uid, string sid) => _bed.Logto.Sessions.Add((_bed.Alice, new UserSession(uid, _bed.Clock.GetUtcNow(), [sid])));

    private void Here(string key) => _bed.User.Person = new Person(_bed.Alice, "Alice Adams", "alice@acme.example", null, key);
}
