using OrgPortal.Web.Results;

namespace OrgPortal.Web.Components;

/// <summary>What a page says to the person outside its own content: questions before an act, words after it.</summary>
public interface IFeedback
{
    /// <summary>Asks. The consequences stand before the button.</summary>
    /// <returns>Whether the person agreed; <see langword="false"/> for Cancel, Escape and leaving the page.</returns>
    Task<bool> ConfirmAsync(Confirmation confirmation);

    /// <summary>Asks, and what exactly: one of <see cref="Confirmation.Options"/>.</summary>
    /// <returns>The option's value, empty without options; <see langword="null"/> for Cancel, Escape and leaving the page.</returns>
    Task<string?> ChooseAsync(Confirmation confirmation);

    /// <summary>Says that something was done, for ten seconds; they stop under the pointer and the focus.</summary>
    /// <param name="text">Past tense, with names ("Ana is now also Billing manager").</param>
    /// <param name="undo">Takes it back; offered as Undo until the words are gone, and run once at most.</param>
    void Succeeded(string text, Func<Task>? undo = null);

    /// <summary>Says why something was not done. Stays until it is dismissed.</summary>
    void Failed(Failure failure);
}
