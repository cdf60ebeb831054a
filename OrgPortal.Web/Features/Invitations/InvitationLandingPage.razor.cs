using Microsoft.AspNetCore.Components;
using OrgPortal.Web.Product;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Invitations;

/// <summary>
/// Where a mailed link leads: public, rendered without a circuit, answered by a form. Opening it changes nothing, so a mail scanner does no harm.
/// </summary>
public partial class InvitationLandingPage
{
    /// <summary>The form's name.</summary>
    internal const string FormName = "invitation";

    /// <summary>The field that says which button was pressed.</summary>
    internal const string AnswerField = "answer";

    /// <summary>Its value for accepting.</summary>
    internal const string Accepting = "accept";

    /// <summary>Its value for declining.</summary>
    internal const string Declining = "decline";

    /// <summary>Its value for having the link of a newer invitation mailed again.</summary>
    internal const string AskingForLink = "send";

    /// <summary>Its value for signing up by the link alone.</summary>
    internal const string SigningUp = "sign-up";

    /// <summary>Its value for asking for a new invitation.</summary>
    internal const string AskingForNew = "ask";

    /// <summary>The field with what is said when declining.</summary>
    internal const string NoteField = "note";

    private InvitationLanding? _landing;
    private Failure? _failure;
    private bool _newLinkSent;
    private bool _askedForNew;

    /// <summary>The secret in the link. Comes from anybody.</summary>
    [Parameter]
    public string Token { get; set; } = string.Empty;

    /// <summary>The button that was pressed, when the form was posted.</summary>
    [SupplyParameterFromForm(FormName = FormName, Name = AnswerField)]
    public string? Answer { get; set; }

    /// <summary>What is said when declining.</summary>
    [SupplyParameterFromForm(FormName = FormName, Name = NoteField)]
    public string? Note { get; set; }

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        // An answer reads for itself, and only what it needs.
        if (Answer is null)
        {
            await ReadAsync();
        }
    }

    private Task AnswerAsync() => Answer switch
    {
        Accepting => AcceptAsync(),
        Declining => DeclineAsync(),
        AskingForLink => AskForLinkAsync(),
        AskingForNew => AskForNewAsync(),
        SigningUp => SignUpAsync(),
        _ => ReadAsync(),
    };

    private async Task AcceptAsync()
    {
        var accepted = await Invitations.AcceptAsync(Token);
        if (accepted.IsFailure)
        {
            await ShowAsync(accepted.Failure);
        }
        else
        {
            // The press of the button was the end of the visit: the product greets whoever comes.
            Navigation.NavigateTo(Visit.After(VisitEvent.Joined, accepted.Value) ?? InvitationPaths.Organization(accepted.Value));
        }
    }

    private async Task DeclineAsync()
    {
        var declined = await Invitations.DeclineAsync(Token, Note);
        if (declined.IsFailure)
        {
            await ShowAsync(declined.Failure);
        }
        else
        {
            // The page says what became of it, also when it is loaded again.
            Navigation.NavigateTo(InvitationPaths.Landing(Token));
        }
    }

    private async Task AskForLinkAsync()
    {
        var sent = await Invitations.SendNewLinkAsync(Token);
        _newLinkSent = !sent.IsFailure;
        await ShowAsync(sent.Failure);
    }

    private async Task AskForNewAsync()
    {
        var asked = await Invitations.AskForNewAsync(Token);
        // Whoever asks twice wants to know that it was heard.
        _askedForNew = asked.Failure is null or LimitReached;
        await ShowAsync(_askedForNew ? null : asked.Failure);
    }

    private async Task SignUpAsync()
    {
        var begun = await Invitations.SignUpAsync(Token);
        if (begun.IsFailure)
        {
            await ShowAsync(begun.Failure);
        }
        else
        {
            Navigation.NavigateTo(begun.Value);
        }
    }

    private Task ShowAsync(Failure? failure)
    {
        _failure = failure;
        return ReadAsync();
    }

    private async Task ReadAsync()
    {
        _landing = await Invitations.FindAsync(Token);
        if (_landing is { State: LandingState.Member, Offer: { } offer })
        {
            // Whoever accepted before goes straight in.
            Navigation.NavigateTo(Visit.Back(offer.Organization) ?? InvitationPaths.Organization(offer.Organization));
        }
    }
}
