using Bunit;
using MudBlazor;
using OrgPortal.Tests.Support;
using OrgPortal.Web.Components;

namespace OrgPortal.Tests.Components;

public sealed class ModalDialogTests : MudTestContext
{
    [Fact]
    public void A_closed_dialog_holds_nothing()
    {
        RenderDialog(open: false);

        Assert.Empty(Dialogs.FindAll("[role=dialog]"));
    }

    [Fact]
    public void An_open_dialog_is_named_by_its_title()
    {
        RenderDialog(open: true);

        var dialog = Dialogs.Find("[role=dialog]");
        Assert.Equal("Invite people to Acme", Dialogs.Find($"#{dialog.GetAttribute("aria-labelledby")}").Words());
        Assert.Contains("The content", dialog.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void The_close_button_tells_the_page()
    {
        var open = true;
        var dialog = RenderDialog(open, changed => open = changed);

        Dialogs.Button("Close").Click();
        Assert.False(open);

        dialog.Render(parameters => parameters.Add(d => d.Open, false));
        Dialogs.AssertNone("[role=dialog]");
    }

    [Fact]
    public void A_dialog_that_was_never_open_costs_nothing()
    {
        var dialog = RenderDialog(open: false);
        Assert.False(dialog.HasComponent<MudDialog>());

        dialog.Render(parameters => parameters.Add(d => d.Open, true));

        Assert.Contains("The content", Dialogs.Find("[role=dialog]").TextContent, StringComparison.Ordinal);
    }

    private IRenderedComponent<ModalDialog> RenderDialog(bool open, Action<bool>? changed = null) =>
        Render<ModalDialog>(parameters => parameters.Add(d => d.Title, "Invite people to Acme").Add(d => d.Open, open).Add(d => d.OpenChanged, changed ?? (_ => { })).AddChildContent("The content"));
}
