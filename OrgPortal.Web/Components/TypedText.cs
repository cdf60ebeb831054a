using Microsoft.AspNetCore.Components;

namespace OrgPortal.Web.Components;

/// <summary>
/// What people type into: one line of text or several. Draws a copy of the text, not the parameter: a component between this and whoever keeps the
/// text is drawn afterwards, and until then the text before would overwrite what was typed meanwhile.
/// </summary>
public abstract class TypedText : ComponentBase
{
    private string? _given;

    /// <summary>The text.</summary>
    [Parameter]
    public string? Value { get; set; }

    /// <summary>Raised with every change of the text.</summary>
    [Parameter]
    public EventCallback<string> ValueChanged { get; set; }

    /// <summary>The name in a form that is posted.</summary>
    [Parameter]
    public string? Name { get; set; }

    /// <summary>An example; never a replacement for the label.</summary>
    [Parameter]
    public string? Placeholder { get; set; }

    /// <summary>The most characters that can be typed.</summary>
    [Parameter]
    public int? MaxLength { get; set; }

    /// <summary>Cannot be used.</summary>
    [Parameter]
    public bool Disabled { get; set; }

    /// <summary>Further attributes of the element.</summary>
    [Parameter(CaptureUnmatchedValues = true)]
    public IReadOnlyDictionary<string, object>? Attributes { get; set; }

    /// <summary>The field it stands in.</summary>
    [CascadingParameter]
    protected FieldContext? Context { get; set; }

    /// <summary>The text to draw. To be bound together with <see cref="InputAsync"/>, not set: what is only set comes back from the server over what was typed since.</summary>
    protected string? Text { get; private set; }

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        if (Value != _given)
        {
            Text = _given = Value;
        }
    }

    /// <summary>Takes what was typed.</summary>
    protected Task InputAsync(string? text)
    {
        Text = _given = text ?? string.Empty;
        return ValueChanged.InvokeAsync(Text);
    }
}
