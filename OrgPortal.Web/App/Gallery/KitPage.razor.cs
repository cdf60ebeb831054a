using OrgPortal.Web.Components;

namespace OrgPortal.Web.App.Gallery;

/// <summary>Shows every part of the kit in every state, in Development only.</summary>
public partial class KitPage
{
    private static readonly IReadOnlyList<Choice<int>> Expiries = [new(1, "In 1 day"), new(7, "In 7 days (30 Nov)"), new(30, "In 30 days")];

    private IReadOnlyList<string> _addresses =
    [
        "wei.zhang@acme.example", "l.moretti@acme.example", "sara.nilsen@acme.example", "kenji@acme", "p.petrov@acme.example", "bob.keller@acme.example",
        "jun.ito@partner.example", "amelie.roche@acme.example", "d.silva@acme.example",
    ];

    private string _role = "member";
    private string _note = "Welcome aboard! Your first project is in the Atlas space.";
    private int _days = 7;
    private bool _dialog;
    private bool _ticked = true;
    private bool _on = true;

    internal static IReadOnlyList<Choice<string>> Roles { get; } =
    [
        new("auditor", "Auditor", "Sees people and the audit log. Changes nothing."),
        new("member", "Member", "Sees people. Uses what the organization shares."),
        new("admin", "Administrator", "Invites and removes people, changes roles."),
        new("owner", "Owner", "Everything, also deleting the organization.", "Only owners can make someone an owner.", new TextLink("Ask Grace", "/kit")),
    ];

    private static AddressVerdict? Judge(string address) =>
        address == "bob.keller@acme.example" ? new AddressVerdict(Tone.Warning, "is already a member and will be left out.") : null;

    private Task UndoAsync()
    {
        Feedback.Succeeded("The invitation is open again");
        return Task.CompletedTask;
    }

    private async Task AskAsync()
    {
        var question = new Confirmation("Remove Ana Ferreira from Acme?", "Remove Ana")
        {
            Danger = true,
            Consequences = ["Ana loses access at once, also in pages that are open now", "2 invitations that Ana sent stay open", "Ana's account itself is not touched"],
        };
        if (await Feedback.ConfirmAsync(question))
        {
            Feedback.Succeeded("Removed Ana Ferreira from Acme");
        }
    }

    private async Task AskTypedAsync()
    {
        var question = new Confirmation("Delete Acme?", "Delete Acme") { Danger = true, Text = "This cannot be undone.", Consequences = ["42 people lose access"], TypedText = "Acme" };
        if (await Feedback.ConfirmAsync(question))
        {
            Feedback.Succeeded("Deleted Acme");
        }
    }
}
