namespace OrgPortal.Web.Components;

/// <summary>A question before an act.</summary>
/// <param name="Title">Names the act and its object ("Remove Ana Ferreira from Acme?").</param>
/// <param name="Verb">What the button says: verb and object ("Remove Ana").</param>
public sealed record Confirmation(string Title, string Verb)
{
    /// <summary>A sentence under the title.</summary>
    public string? Text { get; init; }

    /// <summary>What will happen, one line each.</summary>
    public IReadOnlyList<string> Consequences { get; init; } = [];

    /// <summary>What there is to choose from before agreeing; the first is chosen to begin with. For <see cref="IFeedback.ChooseAsync"/>.</summary>
    public IReadOnlyList<Choice<string>> Options { get; init; } = [];

    /// <summary>What is chosen, as a label over the options.</summary>
    public string? OptionsLabel { get; init; }

    /// <summary>Whether something is taken away: the button is red.</summary>
    public bool Danger { get; init; }

    /// <summary>What must be typed exactly before the button can be pressed; <see langword="null"/> for nothing.</summary>
    public string? TypedText { get; init; }
}
