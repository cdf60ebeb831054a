using Bunit;
using OrgPortal.Tests.Support;
using OrgPortal.Web.Components;

namespace OrgPortal.Tests.Components;

public sealed class SearchBoxTests : MudTestContext
{
    private readonly List<string> _searched = [];

    [Fact]
    public void It_waits_until_typing_pauses()
    {
        var box = RenderBox();

        box.Find("input").Input("a");
        Clock.Advance(TimeSpan.FromMilliseconds(200));
        box.Find("input").Input("an");
        Clock.Advance(TimeSpan.FromMilliseconds(200));
        Assert.Empty(_searched);

        Clock.Advance(TimeSpan.FromMilliseconds(100));
        box.WaitForAssertion(() => Assert.Equal(["an"], _searched));
    }

    [Fact]
    public void Enter_does_not_wait_and_is_told_once()
    {
        var box = RenderBox();

        box.Find("input").Input("ana ");
        box.Find("input").KeyDown("Enter");
        Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(["ana"], _searched);
    }

    [Fact]
    public void What_was_typed_since_survives_the_report_coming_back()
    {
        var box = RenderBox();

        box.Find("input").Input("ana");
        box.Find("input").KeyDown("Enter");
        box.Find("input").Input("ana f");
        box.Render(parameters => parameters.Add(b => b.Value, "ana"));

        Assert.Equal("ana f", box.Find("input").GetAttribute("value"));
    }

    [Fact]
    public void A_value_from_elsewhere_is_shown()
    {
        var box = RenderBox();

        box.Render(parameters => parameters.Add(b => b.Value, "bob"));

        Assert.Equal("bob", box.Find("input").GetAttribute("value"));
    }

    [Fact]
    public void Clear_empties_it_at_once()
    {
        var box = RenderBox("ana");

        box.Button("Clear search").Click();

        Assert.Equal([""], _searched);
        Assert.Empty(box.Buttons("Clear search"));
    }

    private IRenderedComponent<SearchBox> RenderBox(string? value = null) =>
        Render<SearchBox>(parameters => parameters.Add(b => b.Label, "Search by name").Add(b => b.Value, value).Add(b => b.ValueChanged, _searched.Add));
}
