using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Web;
using OrgPortal.Web.Authorization;

namespace OrgPortal.Web.Components;

/// <summary>
/// A button, or a link that looks like one. A second click while the first one's handler still runs is ignored.
/// Renders without a circuit too: use <see cref="Submit"/> in a form, or <see cref="Href"/>.
/// </summary>
public partial class Button : ComponentBase
{
    private bool _running;

    /// <summary>What pressing it does: verb and object. The button's accessible name.</summary>
    [Parameter, EditorRequired]
    public RenderFragment? ChildContent { get; set; }

    /// <summary>How much it asks to be pressed.</summary>
    [Parameter]
    public ButtonKind Kind { get; set; }

    /// <summary>Its height.</summary>
    [Parameter]
    public ControlSize Size { get; set; }

    /// <summary>A drawing before the words.</summary>
    [Parameter]
    public IconName? Icon { get; set; }

    /// <summary>Makes it a link.</summary>
    [Parameter]
    public string? Href { get; set; }

    /// <summary>Makes it submit the form around it.</summary>
    [Parameter]
    public bool Submit { get; set; }

    /// <summary>Takes the whole width.</summary>
    [Parameter]
    public bool Full { get; set; }

    /// <summary>Something is under way: a spinner stands where the icon was, the width stays, clicks are ignored.</summary>
    [Parameter]
    public bool Busy { get; set; }

    /// <summary>Shows as busy by itself while <see cref="OnClick"/> runs. Not for handlers that wait for a dialog.</summary>
    [Parameter]
    public bool BusyWhileRunning { get; set; }

    /// <summary>Not available, for a reason that is plain from what surrounds it (an empty field). Otherwise give a <see cref="Reason"/>.</summary>
    [Parameter]
    public bool Disabled { get; set; }

    /// <summary>Why it cannot be pressed and who can help, as a sentence: keeps its place and stays reachable, shows the sentence on hover and focus.</summary>
    [Parameter]
    public string? Reason { get; set; }

    /// <summary>The permission one must hold to press it. Whoever does not still sees it, and pressing it says who can help (<see cref="WhyNot"/>).</summary>
    [Parameter]
    public PermissionKey? Needs { get; set; }

    /// <summary>What a click does.</summary>
    [Parameter]
    public EventCallback<MouseEventArgs> OnClick { get; set; }

    /// <summary>Further attributes of the element, such as <c>name</c> and <c>value</c> in a form.</summary>
    [Parameter(CaptureUnmatchedValues = true)]
    public IReadOnlyDictionary<string, object>? Attributes { get; set; }

    [CascadingParameter]
    private OrganizationAccess? Access { get; set; }

    // The page's fieldset disables its buttons while nobody can say what the person may do, but not what is a link.
    private bool IsOff => Disabled || (Href is not null && Access is { IsUncertain: true });

    private bool IsBusy => Busy || (_running && BusyWhileRunning);

    private string Css => CssClass.Join(
        "button",
        Kind switch
        {
            ButtonKind.Primary => "button-primary",
            ButtonKind.Ghost => "button-ghost",
            ButtonKind.Danger => "button-danger",
            ButtonKind.DangerFilled => "button-danger-filled",
            _ => null,
        },
        Size switch { ControlSize.Small => "button-small", ControlSize.Large => "button-large", _ => null },
        Full ? "button-full" : null,
        IsBusy && Icon is null ? "button-busy" : null);

    private void Content(RenderTreeBuilder builder)
    {
        if (IsBusy)
        {
            builder.AddMarkupContent(0, """<span class="spinner" aria-hidden="true"></span>""");
        }
        else if (Icon is { } icon)
        {
            builder.AddMarkupContent(1, Icons.Draw(icon).Value);
        }

        builder.OpenElement(2, "span");
        builder.AddContent(3, ChildContent);
        builder.CloseElement();
    }

    private async Task ClickAsync(MouseEventArgs click)
    {
        if (_running || Busy || Disabled || Reason is not null)
        {
            return;
        }

        _running = true;
        try
        {
            await OnClick.InvokeAsync(click);
        }
        finally
        {
            _running = false;
        }
    }
}
