using OrgPortal.Web.Audit;
using OrgPortal.Web.Events;
using OrgPortal.Web.Features.Operators;
using OrgPortal.Web.Features.Organizations;
using OrgPortal.Web.Results;

namespace OrgPortal.Tests.Features.OperatorsConsole;

/// <summary>Suspending the creation of organizations.</summary>
public sealed class CreationSwitchTests : IDisposable
{
    private readonly OperatorsHouse _house = new();

    private ICreationSwitchService Service => _house.Get<ICreationSwitchService>();

    private CreationRules Rules => _house.Get<CreationRules>();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task While_it_is_suspended_people_are_refused_with_the_operators_sentence()
    {
        var heard = new List<TenantEvent>();
        using var _ = _house.Get<ITenantEvents>().Subscribe(heard.Add);

        Assert.Null((await Service.SuspendAsync(" We are moving until Monday. ")).Failure);

        Assert.Equal(new Refused(RefusalReasons.CreationNotAllowed, "We are moving until Monday."), await Rules.RefuseAsync(_house.Bob));
        Assert.Equal((true, true, "We are moving until Monday.", "Olga Ops"), (await Service.GetAsync()).Value switch { var it => (it.IsOffered, it.IsSuspended, it.Sentence, it.SuspendedByName) });
        Assert.Null((await Service.ResumeAsync()).Failure);
        Assert.Null(await Rules.RefuseAsync(_house.Bob));
        Assert.Equal([(AuditActions.SuspendCreation, "done", null), (AuditActions.ResumeCreation, "done", null)], _house.Audit.Records.Select(record => (record.Action, record.Outcome, record.Organization)));
        Assert.Equal(2, heard.OfType<CreationSwitched>().Count());
    }

    [Fact]
    public async Task Again_it_changes_the_sentence_and_none_is_the_portals_own_words()
    {
        await Service.SuspendAsync("Soon.");

        Assert.Null((await Service.SuspendAsync("  ")).Failure);

        Assert.Equal(new Refused(RefusalReasons.CreationNotAllowed), await Rules.RefuseAsync(_house.Bob));
    }

    [Fact]
    public async Task What_the_settings_forbid_no_switch_allows()
    {
        using var house = new OperatorsHouse(("Portal:Organizations:Creation", "Nobody"));
        await house.Get<ICreationSwitchService>().ResumeAsync();

        Assert.False((await house.Get<ICreationSwitchService>().GetAsync()).Value.IsOffered);
        Assert.IsType<Refused>(await house.Get<CreationRules>().RefuseAsync(house.Bob));
    }

    [Theory]
    [InlineData("two\nlines", "control_characters")]
    [InlineData("turned\u202earound", "control_characters")]
    public async Task A_sentence_that_plays_tricks_is_refused(string sentence, string reason)
    {
        var refused = Assert.IsType<Invalid>((await Service.SuspendAsync(sentence)).Failure);

        Assert.Equal(new FieldFailure("sentence", reason), Assert.Single(refused.Fields));
        Assert.Equal(new FieldFailure("sentence", "too_long"), Assert.Single(Assert.IsType<Invalid>((await Service.SuspendAsync(new string('x', 281))).Failure).Fields));
        Assert.False((await Service.GetAsync()).Value.IsSuspended);
        Assert.Empty(_house.Audit.Records);
    }

    [Fact]
    public async Task Without_a_record_nothing_is_suspended_and_a_store_that_is_away_lets_nobody_create()
    {
        _house.Audit.IsDown = true;
        Assert.IsType<Unavailable>((await Service.SuspendAsync(null)).Failure);
        Assert.False((await Service.GetAsync()).Value.IsSuspended);
        _house.Store.IsDown = true;

        Assert.IsType<Unavailable>(await Rules.RefuseAsync(_house.Bob));
    }

    [Fact]
    public async Task An_administrator_who_is_no_operator_switches_nothing_and_nobody_signed_in_neither()
    {
        _house.SignIn(_house.Alice);
        Failure?[] told = [(await Service.GetAsync()).Failure, (await Service.SuspendAsync(null)).Failure, (await Service.ResumeAsync()).Failure];
        _house.User.SignOut();

        Assert.All(told, failure => Assert.IsType<NotFound>(failure));
        Assert.IsType<SignInRequired>((await Service.SuspendAsync(null)).Failure);
        Assert.Null(await Rules.RefuseAsync(_house.Bob));
    }
}
