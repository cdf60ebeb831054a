using Bunit;
using OrgPortal.Tests.Support;
using OrgPortal.Web.Components;
using OrgPortal.Web.Logto;

namespace OrgPortal.Tests.Components;

public sealed class DraftTests : MudTestContext
{
    private const string Keeps = "orgPortal.drafts.keep";
    private const string Drops = "orgPortal.drafts.drop";
    private const string Reads = "orgPortal.drafts.read";

    private readonly List<Note> _restored = [];
    private int _discarded;

    public DraftTests() => User.SignIn(UserId.Parse("alice"));

    [Fact]
    public void What_is_typed_is_kept_for_its_person_at_once_and_then_in_pauses()
    {
        var draft = Show(new Note(""), keep: false);
        Assert.Empty(JSInterop.Invocations[Keeps]);

        Type(draft, "H");
        draft.WaitForAssertion(() => Assert.Equal(["alice", "note", """{"text":"H"}"""], JSInterop.Invocations[Keeps].Single().Arguments));
        Type(draft, "He");
        Type(draft, "Hey");
        Assert.Single(JSInterop.Invocations[Keeps]);
        Clock.Advance(TimeSpan.FromSeconds(1));

        draft.WaitForAssertion(() => Assert.Equal("""{"text":"Hey"}""", JSInterop.Invocations[Keeps][^1].Arguments[2]));
        Assert.Equal(2, JSInterop.Invocations[Keeps].Count);
    }

    [Fact]
    public void A_draft_comes_back_once_says_so_and_can_be_discarded()
    {
        JSInterop.Setup<string>(Reads, _ => true).SetResult("""{"text":"Hello"}""");
        var draft = Show(new Note(""), keep: false);

        draft.WaitForAssertion(() => Assert.Equal("Hello", Assert.Single(_restored).Text));
        Assert.Contains("Draft restored", draft.Find(".draft").TextContent, StringComparison.Ordinal);

        draft.Button("Discard").Click();

        draft.WaitForAssertion(() => Assert.Equal(1, _discarded));
        Assert.Equal(["alice", "note"], JSInterop.Invocations[Drops].Single().Arguments);
        Assert.Empty(draft.Find(".draft").TextContent.Trim());
    }

    [Fact]
    public void What_was_typed_before_the_draft_came_is_not_overwritten()
    {
        JSInterop.Setup<string>(Reads, _ => true).SetResult("""{"text":"Old"}""");

        var draft = Show(new Note("New"), keep: true);

        draft.WaitForAssertion(() => Assert.Equal("""{"text":"New"}""", JSInterop.Invocations[Keeps].Single().Arguments[2]));
        Assert.Empty(_restored);
    }

    [Theory]
    [InlineData("no JSON")]
    [InlineData("""{"text":null}""")]
    [InlineData("null")]
    public void A_draft_that_cannot_be_read_is_dropped(string text)
    {
        JSInterop.Setup<string>(Reads, _ => true).SetResult(text);

        var draft = Show(new Note(""), keep: false);

        draft.WaitForAssertion(() => Assert.Single(JSInterop.Invocations[Drops]));
        Assert.Empty(_restored);
    }

    [Fact]
    public async Task The_draft_of_a_small_dialog_goes_with_it()
    {
        var draft = Show(new Note(""), keep: false, untilClosed: true);
        Type(draft, "Hello");
        draft.WaitForAssertion(() => Assert.Single(JSInterop.Invocations[Keeps]));

        await DisposeComponentsAsync();

        Assert.Equal(["alice", "note"], JSInterop.Invocations[Drops].Single().Arguments);
        Assert.Single(JSInterop.Invocations[Keeps]);
    }

    [Fact]
    public void What_nobody_would_miss_any_more_is_taken_away()
    {
        var draft = Show(new Note(""), keep: false);
        Type(draft, "Hello");
        draft.WaitForAssertion(() => Assert.Single(JSInterop.Invocations[Keeps]));

        draft.Render(parameters => parameters.Add(d => d.Value, new Note("")).Add(d => d.Keep, false));
        Clock.Advance(TimeSpan.FromSeconds(1));

        draft.WaitForAssertion(() => Assert.Single(JSInterop.Invocations[Drops]));
    }

    [Fact]
    public async Task What_was_sent_does_not_come_back_by_drawing_the_form_again()
    {
        var draft = Show(new Note(""), keep: false);
        Type(draft, "Sent");
        draft.WaitForAssertion(() => Assert.Single(JSInterop.Invocations[Keeps]));

        await draft.InvokeAsync(draft.Instance.DropAsync);
        Type(draft, "Sent");
        Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Single(JSInterop.Invocations[Drops]);
        Assert.Single(JSInterop.Invocations[Keeps]);
    }

    [Fact]
    public void A_long_one_comes_in_parts_and_one_that_is_too_long_is_not_kept()
    {
        var json = "{\"text\":\"" + new string('x', 20_000) + "\"}";
        foreach (var start in new[] { 0, 8_000, 16_000 })
        {
            JSInterop.Setup<string>(Reads, call => (int)call.Arguments[2]! == start).SetResult(json[start..Math.Min(json.Length, start + 8_000)]);
        }

        var draft = Show(new Note(""), keep: false);
        draft.WaitForAssertion(() => Assert.Equal(20_000, Assert.Single(_restored).Text.Length));

        Type(draft, new string('y', 70_000));

        Assert.Empty(JSInterop.Invocations[Keeps]);
    }

    [Fact]
    public void Nobody_signed_in_keeps_nothing()
    {
        User.SignOut();

        var draft = Show(new Note("Hello"), keep: true);

        Assert.Empty(draft.Find(".draft").TextContent.Trim());
        Assert.Empty(JSInterop.Invocations[Keeps]);
        Assert.Empty(JSInterop.Invocations[Reads]);
    }

    private static void Type(IRenderedComponent<Draft<Note>> draft, string text) =>
        draft.Render(parameters => parameters.Add(d => d.Value, new Note(text)).Add(d => d.Keep, true));

    private IRenderedComponent<Draft<Note>> Show(Note value, bool keep, bool untilClosed = false) => Render<Draft<Note>>(parameters => parameters
        .Add(draft => draft.Name, "note").Add(draft => draft.Value, value).Add(draft => draft.Keep, keep).Add(draft => draft.UntilClosed, untilClosed)
        .Add(draft => draft.OnRestore, _restored.Add)
        .Add(draft => draft.OnDiscard, () => { _discarded++; }));

    public sealed record Note(string Text);
}
