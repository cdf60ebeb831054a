using Bunit;
using OrgPortal.Tests.Support;
using OrgPortal.Web.Components;

namespace OrgPortal.Tests.Components;

public sealed class MenuTests : MudTestContext
{
    private static readonly IReadOnlyList<Choice<string>> Roles =
    [
        new("member", "Member", "Sees people."),
        new("admin", "Administrator", "Changes roles."),
        new("owner", "Owner", "Everything.", "Only owners can make someone an owner.", new TextLink("Ask Grace", "/people/grace")),
    ];

    [Fact]
    public void A_closed_menu_costs_one_button()
    {
        var menu = RenderRowMenu(() => { });

        Assert.Single(menu.FindAll("button"));
        Assert.Equal("false", menu.Find("button").GetAttribute("aria-expanded"));
    }

    [Fact]
    public void Choosing_acts_once_and_closes_the_menu()
    {
        var acts = 0;
        var menu = RenderRowMenu(() => acts++);

        menu.Find("button").Click();
        menu.MenuItem("Remove").Click();

        Assert.Equal(1, acts);
        Assert.Empty(menu.FindAll("[role=menu]"));
    }

    [Fact]
    public void An_item_with_a_reason_says_it_and_does_nothing()
    {
        var acts = 0;
        var menu = Render<RowMenu>(parameters => parameters.Add(m => m.Label, "Actions for Ana")
            .AddChildContent<MenuItem>(item => item.AddChildContent("Remove").Add(i => i.Reason, "Ana is the last administrator.").Add(i => i.OnClick, () => acts++)));

        menu.Find("button").Click();
        menu.MenuItem("Remove").Click();

        Assert.Equal(0, acts);
        Assert.Contains("last administrator", menu.MenuItem("Remove").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_closed_menu_on_the_browsers_side_is_closed_here_too()
    {
        var menu = RenderRowMenu(() => { });
        menu.Find("button").Click();

        menu.InvokeAsync(menu.FindComponent<MenuPanel>().Instance.ClosedAsync);

        Assert.Empty(menu.FindAll("[role=menu]"));
    }

    [Fact]
    public void An_option_is_chosen_and_told()
    {
        var chosen = new List<string>();
        var menu = RenderOptionMenu(chosen.Add);

        menu.Find("button").Click();
        Assert.Equal("true", menu.MenuItem("Member").GetAttribute("aria-checked"));
        menu.MenuItem("Administrator").Click();

        Assert.Equal(["admin"], chosen);
    }

    [Fact]
    public void Choosing_what_is_chosen_already_tells_nothing()
    {
        var chosen = new List<string>();
        var menu = RenderOptionMenu(chosen.Add);

        menu.Find("button").Click();
        menu.MenuItem("Member").Click();

        Assert.Empty(chosen);
    }

    [Fact]
    public void A_locked_option_says_why_and_who_can_help()
    {
        var menu = RenderOptionMenu(_ => { });
        menu.Find("button").Click();

        var owner = menu.MenuItem("Owner");
        Assert.Equal("true", owner.GetAttribute("aria-disabled"));
        Assert.Contains("Only owners", owner.TextContent, StringComparison.Ordinal);
        Assert.Equal("/people/grace", menu.MenuItem("Ask Grace").GetAttribute("href"));
    }

    [Fact]
    public async Task A_refused_choice_shows_the_old_value_after_the_spinner()
    {
        var saving = new TaskCompletionSource();
        var menu = Render<OptionMenu<string>>(parameters => parameters.Add(m => m.Label, "Role of Ana").Add(m => m.Options, Roles).Add(m => m.Value, "member").Add(m => m.ValueChanged, _ => saving.Task));

        menu.Find("button").Click();
        menu.MenuItem("Administrator").Click();
        Assert.Single(menu.FindAll(".spinner"));

        await menu.InvokeAsync(saving.SetResult);
        menu.WaitForAssertion(() => Assert.Empty(menu.FindAll(".spinner")));
        Assert.Equal("Role of Ana: Member", menu.Find("button").GetAttribute("aria-label"));
    }

    [Fact]
    public void Whoever_may_not_choose_sees_the_value_and_the_reason()
    {
        var menu = Render<OptionMenu<string>>(parameters => parameters.Add(m => m.Label, "Role").Add(m => m.Options, Roles).Add(m => m.Value, "owner").Add(m => m.LockedReason, "Ask Grace."));

        Assert.Empty(menu.FindAll("button"));
        Assert.Equal("Owner", menu.Find(".option-locked").Words());
        Assert.Equal("Ask Grace.", menu.Find(".option-locked").GetAttribute("aria-description"));
    }

    [Fact]
    public void A_filter_reads_as_name_and_value_and_can_be_taken_back()
    {
        string? value = "admin";
        var filter = Render<FilterMenu>(parameters => parameters
            .Add(m => m.Label, "Role").Add(m => m.Options, Roles).Add(m => m.Value, value).Add(m => m.ValueChanged, chosen => value = chosen));

        Assert.Equal("Role Administrator", filter.Find("button").Words());
        filter.Find("button").Click();
        filter.MenuItem("Any").Click();

        Assert.Null(value);
    }

    [Fact]
    public void A_filter_value_from_the_url_that_is_no_option_is_still_shown()
    {
        var filter = Render<FilterMenu>(parameters => parameters.Add(m => m.Label, "Role").Add(m => m.Options, Roles).Add(m => m.Value, "gone"));

        Assert.Equal("Role gone", filter.Find("button").Words());
    }

    private IRenderedComponent<RowMenu> RenderRowMenu(Action act) =>
        Render<RowMenu>(parameters => parameters.Add(m => m.Label, "Actions for Ana")
            .AddChildContent<MenuItem>(item => item.AddChildContent("Remove").Add(i => i.OnClick, act)));

    private IRenderedComponent<OptionMenu<string>> RenderOptionMenu(Action<string> choose) =>
        Render<OptionMenu<string>>(parameters => parameters.Add(m => m.Label, "Role of Ana").Add(m => m.Options, Roles).Add(m => m.Value, "member").Add(m => m.ValueChanged, choose));
}
