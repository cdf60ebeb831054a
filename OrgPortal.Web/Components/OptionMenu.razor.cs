using Microsoft.AspNetCore.Components;

namespace OrgPortal.Web.Components;

/// <summary>
/// Chooses one of several that need a line of explanation each, such as roles. What cannot be chosen stays visible with the reason and whoever can help.
/// While <see cref="ValueChanged"/> runs a spinner stands in the button; it shows <see cref="Value"/> throughout, so a refusal brings the old value back by itself.
/// </summary>
/// <typeparam name="TValue">What is chosen.</typeparam>
public partial class OptionMenu<TValue>
{
    private readonly string _id = ElementId.Next();

    // Whose menu is open, and for whom something was chosen: a row may come to show somebody else.
    private string? _openFor;
    private string? _choosingFor;

    /// <summary>What is chosen here ("Role of Ana Ferreira"); the accessible name.</summary>
    [Parameter, EditorRequired]
    public string Label { get; set; } = string.Empty;

    /// <summary>What there is to choose from.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<Choice<TValue>> Options { get; set; } = [];

    /// <summary>What is chosen.</summary>
    [Parameter]
    public TValue? Value { get; set; }

    /// <summary>Raised with the choice, unless it is the old one.</summary>
    [Parameter]
    public EventCallback<TValue> ValueChanged { get; set; }

    /// <summary>Raised before it opens, for options that are read only when somebody wants them. It opens when this is done, if there are any then.</summary>
    [Parameter]
    public EventCallback OnOpening { get; set; }

    /// <summary>What the button says instead of the chosen option's name: for several roles, or none.</summary>
    [Parameter]
    public string? Text { get; set; }

    /// <summary>In rows: without a border until the row is under the pointer or the focus is on it.</summary>
    [Parameter]
    public bool Quiet { get; set; }

    /// <summary>Cannot be used now.</summary>
    [Parameter]
    public bool Disabled { get; set; }

    /// <summary>Why this person may not choose here at all: shows the value with a lock and the sentence.</summary>
    [Parameter]
    public string? LockedReason { get; set; }

    /// <summary><see cref="MenuItem"/>s under the options ("Choose several roles").</summary>
    [Parameter]
    public RenderFragment? Foot { get; set; }

    [CascadingParameter]
    private FieldContext? Context { get; set; }

    private bool IsOpen => _openFor == Label && Options.Count > 0;

    private bool IsChoosing => _choosingFor == Label;

    private string ChosenName =>
        Text ?? Options.FirstOrDefault(option => EqualityComparer<TValue>.Default.Equals(option.Value, Value))?.Name ?? L["NothingChosen"];

    private async Task ToggleAsync()
    {
        if (IsOpen || IsChoosing)
        {
            _openFor = null;
            return;
        }

        var label = Label;
        if (OnOpening.HasDelegate)
        {
            await ShowAsChoosingAsync(() => OnOpening.InvokeAsync());
        }

        _openFor = label;
    }

    private void Close() => _openFor = null;

    private async Task ChooseAsync(TValue chosen)
    {
        Close();
        if (!IsChoosing && !EqualityComparer<TValue>.Default.Equals(chosen, Value))
        {
            await ShowAsChoosingAsync(() => ValueChanged.InvokeAsync(chosen));
        }
    }

    private async Task ShowAsChoosingAsync(Func<Task> act)
    {
        var label = _choosingFor = Label;
        try
        {
            await act();
        }
        finally
        {
            _choosingFor = _choosingFor == label ? null : _choosingFor;
        }
    }
}
