namespace OrgPortal.Web.Components;

/// <summary>What was typed or pasted into an address field and ended by a separator, Enter, or leaving the field.</summary>
public sealed class AddressesEventArgs : EventArgs
{
    /// <summary>The text, not yet split.</summary>
    public string Text { get; set; } = string.Empty;

    /// <summary>Backspace in the empty field: the last address goes.</summary>
    public bool RemoveLast { get; set; }
}
