using Bunit;
using Microsoft.Extensions.DependencyInjection;
using OrgPortal.Tests.Support;
using OrgPortal.Web.Components;
using OrgPortal.Web.Results;

namespace OrgPortal.Tests.Components;

public sealed class FeedbackTests : MudTestContext
{
    private static readonly Confirmation Removal = new("Remove Ana from Acme?", "Remove Ana") { Danger = true, Consequences = ["Ana loses access at once"] };

    private IFeedback Feedback => Services.GetRequiredService<IFeedback>();

    [Fact]
    public async Task Consequences_stand_before_the_act_and_the_verb_agrees()
    {
        var answer = AskAsync(Removal);

        Assert.Equal("Remove Ana from Acme?", Dialogs.Find("h2").Words());
        Assert.Equal("Ana loses access at once", Dialogs.Find("li").Words());
        Dialogs.Button("Remove Ana").Click();

        Assert.True(await answer);
    }

    [Theory]
    [InlineData("Cancel")]
    [InlineData("Close")]
    public async Task Whatever_else_closes_the_question_is_a_no(string button)
    {
        var answer = AskAsync(Removal);

        Dialogs.Button(button).Click();

        Assert.False(await answer);
    }

    [Theory]
    [InlineData("")]
    [InlineData("acme")]
    [InlineData("Acme ")]
    public void A_typed_text_must_match_exactly(string typed)
    {
        _ = AskAsync(Removal with { TypedText = "Acme" });

        Dialogs.Find("input").Input(typed);

        Assert.True(Dialogs.Button("Remove Ana").HasAttribute("disabled"));
    }

    [Fact]
    public async Task The_exact_text_lets_the_act_through()
    {
        var answer = AskAsync(Removal with { TypedText = "Acme" });

        Assert.Contains("Type \"Acme\" below to continue", Dialogs.Find("label").Words(), StringComparison.Ordinal);
        Dialogs.Find("input").Input("Acme");
        Dialogs.Button("Remove Ana").Click();

        Assert.True(await answer);
    }

    [Fact]
    public void Success_is_told_until_its_line_has_run_out()
    {
        Say(feedback => feedback.Succeeded("Removed Ana from Acme"));

        Assert.Equal("Removed Ana from Acme", Toasts.Find("[role=status] .toast-text").TextContent);
        Toasts.Find(".toast-line").TriggerEvent("ontoastend", EventArgs.Empty);

        Toasts.AssertNone("[role=status]");
    }

    [Fact]
    public void Undo_runs_once_and_takes_the_words_away()
    {
        var undone = 0;
        Say(feedback => feedback.Succeeded("Revoked the invitation", () =>
        {
            undone++;
            return Task.CompletedTask;
        }));

        Toasts.Button("Undo").Click();

        Assert.Equal(1, undone);
        Toasts.AssertNone("[role=status]");
    }

    [Fact]
    public void A_failure_is_read_out_and_stays_until_it_is_dismissed()
    {
        Say(feedback => feedback.Failed(new Refused(RefusalReasons.LastAdministrator)));

        Assert.Contains("at least one administrator", Toasts.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Empty(Toasts.FindAll(".toast-line"));
        Toasts.Button("Dismiss").Click();

        Toasts.AssertNone("[role=alert]");
    }

    [Fact]
    public void At_most_three_are_shown()
    {
        Say(feedback =>
        {
            for (var number = 1; number <= 5; number++)
            {
                feedback.Succeeded($"Done {number}");
            }
        });

        Assert.Equal(["Done 3", "Done 4", "Done 5"], Toasts.FindAll(".toast-text").Select(text => text.TextContent));
    }

    // Asked when its turn has come: something else may be drawn just then.
    private Task<bool> AskAsync(Confirmation confirmation) => Patience.Read(Dialogs, () => Feedback.ConfirmAsync(confirmation));

    private void Say(Action<IFeedback> say) => Toasts.InvokeAsync(() => say(Feedback));
}
