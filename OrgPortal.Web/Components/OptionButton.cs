using Microsoft.AspNetCore.Components;

namespace OrgPortal.Web.Components;

/// <summary>The button that says what is chosen and opens an <see cref="OptionPanel{TValue}"/>, for a component to render: a table needs no component for each of its rows.</summary>
internal static class OptionButton
{
    /// <summary>The button.</summary>
    /// <param name="label">What is chosen here ("Role of Ana Ferreira").</param>
    /// <param name="shown">What is chosen.</param>
    /// <param name="onClick">Raised when it is pressed.</param>
    /// <param name="id">Its id; in a row only while its menu is open, which finds it by that.</param>
    /// <param name="isOpen">Whether its menu is open.</param>
    /// <param name="isBusy">Whether the choice is being done, or what there is to choose is being read.</param>
    /// <param name="isQuiet">Without a border until the row is under the pointer or the focus is on it.</param>
    /// <param name="isDisabled">Cannot be used now.</param>
    /// <param name="field">The field around it, which names it then.</param>
    public static RenderFragment Draw(string label, string shown, EventCallback onClick, string? id, bool isOpen, bool isBusy, bool isQuiet, bool isDisabled = false, FieldContext? field = null) => builder =>
    {
        builder.OpenElement(0, "button");
        builder.AddAttribute(1, "class", CssClass.Join("select", isQuiet ? "select-quiet" : null, isBusy ? "is-busy" : null));
        builder.AddAttribute(2, "type", "button");
        builder.AddAttribute(3, "id", id);
        builder.AddAttribute(4, "disabled", isDisabled);
        builder.AddAttribute(5, "aria-haspopup", "menu");
        builder.AddAttribute(6, "aria-expanded", isOpen ? "true" : null);
        builder.AddAttribute(7, "aria-label", field is null ? $"{label}: {shown}" : null);
        builder.AddAttribute(8, "aria-labelledby", field is null ? null : $"{field.LabelId} {field.Id}");
        builder.AddAttribute(9, "aria-describedby", field?.DescribedBy);
        builder.AddAttribute(10, "aria-busy", isBusy ? "true" : null);
        builder.AddAttribute(11, "onclick", onClick);
        builder.OpenElement(12, "span");
        builder.AddAttribute(13, "title", shown);
        builder.AddContent(14, shown);
        builder.CloseElement();
        if (isBusy)
        {
            builder.OpenElement(15, "span");
            builder.AddAttribute(16, "class", "spinner");
            builder.AddAttribute(17, "aria-hidden", "true");
            builder.CloseElement();
        }
        else
        {
            builder.AddContent(18, Icons.Draw(IconName.ChevronDown));
        }

        builder.CloseElement();
    };

    /// <summary>What stands there for whoever may not choose at all.</summary>
    /// <param name="shown">What is chosen.</param>
    /// <param name="reason">Why, as a sentence.</param>
    public static RenderFragment DrawLocked(string shown, string reason) => builder =>
    {
        builder.OpenElement(0, "span");
        builder.AddAttribute(1, "class", "option-locked");
        builder.AddAttribute(2, "tabindex", "0");
        builder.AddAttribute(3, "data-tip", reason);
        builder.AddAttribute(4, "aria-description", reason);
        builder.AddContent(5, shown);
        builder.AddContent(6, Icons.Draw(IconName.Lock));
        builder.CloseElement();
    };
}
