using Bunit;
using OrgPortal.Tests.Support;
using OrgPortal.Web.Components;

namespace OrgPortal.Tests.Components;

public sealed class SmallPartsTests : MudTestContext
{
    [Fact]
    public void Every_icon_has_a_drawing_that_is_not_read_out()
    {
        foreach (var name in Enum.GetValues<IconName>())
        {
            Assert.Contains("aria-hidden=\"true\"", Icons.Draw(name).Value, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Tabs_are_links_and_the_current_one_is_marked()
    {
        var tabs = Render<TabBar>(parameters => parameters.Add(t => t.Label, "People").Add(t => t.Current, "/b").Add(t => t.Tabs, [new Tab("Members", "/a", 42), new Tab("Invitations", "/b", 6)]));

        Assert.Equal("Invitations 6", tabs.Find("[aria-current=page]").Words());
        Assert.Equal(["/a", "/b"], tabs.FindAll("a").Select(tab => tab.GetAttribute("href")));
    }

    [Fact]
    public void What_is_copied_is_what_is_shown()
    {
        var copyable = Render<CopyableText>(parameters => parameters.Add(c => c.Label, "User ID").Add(c => c.Value, "u7f3"));

        Assert.Equal("u7f3", copyable.Find("code").TextContent);
        Assert.Equal("u7f3", copyable.Button("Copy User ID").GetAttribute("data-copy"));
    }

    [Fact]
    public void A_bar_never_divides_by_zero()
    {
        var bar = Render<ProgressBar>(parameters => parameters.Add(b => b.Label, "Sent").Add(b => b.Total, 0).Add(b => b.Parts, [new BarPart(0)]));

        Assert.Empty(bar.FindAll("span"));
    }

    [Fact]
    public void A_choice_is_told_and_a_locked_one_cannot_be_made()
    {
        var chosen = new List<string>();
        var list = Render<ChoiceList<string>>(parameters => parameters.Add(l => l.Label, "Role").Add(l => l.Options, [new("member", "Member"), new("owner", "Owner", LockedReason: "Ask Grace.")]).Add(l => l.ValueChanged, chosen.Add));

        list.FindAll("input")[0].Change(true);

        Assert.Equal(["member"], chosen);
        Assert.True(list.FindAll("input")[1].HasAttribute("disabled"));
    }

    [Fact]
    public void The_typed_confirmation_lets_through_only_the_exact_text()
    {
        var confirmed = new List<string>();
        var confirmation = Render<TypedConfirmation>(parameters => parameters.Add(c => c.Text, "Acme").Add(c => c.Verb, "Delete Acme").Add(c => c.OnConfirmed, confirmed.Add));

        confirmation.Find("input").Input("acme");
        Assert.True(confirmation.Button("Delete Acme").HasAttribute("disabled"));
        confirmation.Find("input").Input("Acme");
        confirmation.Button("Delete Acme").Click();

        Assert.Equal(["Acme"], confirmed);
    }
}
