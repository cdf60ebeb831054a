using Bunit;
using OrgPortal.Tests.Support;
using OrgPortal.Web.Components;

namespace OrgPortal.Tests.Components;

public sealed class ButtonTests : MudTestContext
{
    [Fact]
    public async Task A_second_click_while_the_first_one_runs_is_ignored()
    {
        var running = new TaskCompletionSource();
        var clicks = 0;
        var button = Render<Button>(parameters => parameters.AddChildContent("Save").Add(b => b.OnClick, () =>
        {
            clicks++;
            return running.Task;
        }));

        button.Find("button").Click();
        button.Find("button").Click();
        Assert.Equal(1, clicks);

        await button.InvokeAsync(running.SetResult);
        button.Find("button").Click();
        Assert.Equal(2, clicks);
    }

    [Fact]
    public void A_button_with_a_reason_keeps_its_place_says_why_and_does_nothing()
    {
        var clicks = 0;
        var button = Render<Button>(parameters => parameters.AddChildContent("Invite people").Add(b => b.Reason, "Ask Grace.").Add(b => b.OnClick, () => clicks++));

        var element = button.Find("button");
        element.Click();

        Assert.Equal("true", element.GetAttribute("aria-disabled"));
        Assert.Equal("Ask Grace.", element.GetAttribute("aria-description"));
        Assert.False(element.HasAttribute("disabled"));
        Assert.Equal(0, clicks);
    }

    [Fact]
    public void A_link_with_a_reason_leads_nowhere()
    {
        var button = Render<Button>(parameters => parameters.AddChildContent("Export").Add(b => b.Href, "/export").Add(b => b.Reason, "Ask Grace."));

        Assert.Empty(button.FindAll("a"));
    }

    [Fact]
    public void Busy_replaces_the_icon_with_a_spinner()
    {
        var button = Render<Button>(parameters => parameters.AddChildContent("Sending").Add(b => b.Icon, IconName.Send).Add(b => b.Busy, true));

        Assert.Single(button.FindAll(".spinner"));
        Assert.Empty(button.FindAll("svg"));
        Assert.Equal("true", button.Find("button").GetAttribute("aria-busy"));
    }

    [Fact]
    public async Task Busy_while_running_ends_with_the_handler()
    {
        var running = new TaskCompletionSource();
        var button = Render<Button>(parameters => parameters.AddChildContent("Save").Add(b => b.BusyWhileRunning, true).Add(b => b.OnClick, () => running.Task));

        button.Find("button").Click();
        Assert.Single(button.FindAll(".spinner"));

        await button.InvokeAsync(running.SetResult);
        button.WaitForAssertion(() => Assert.Empty(button.FindAll(".spinner")));
    }
}
