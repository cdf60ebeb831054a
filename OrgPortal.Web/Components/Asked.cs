namespace OrgPortal.Web.Components;

/// <summary>
/// What a dialog is about. A page has the dialog from when it was asked for the first time: an open page keeps a tree for every component, and most dialogs are never asked for.
/// From then on it stays, since MudBlazor's dialogs do not close when they are taken away.
/// </summary>
/// <typeparam name="T">Nothing of it closes the dialog.</typeparam>
internal sealed class Asked<T>
{
    /// <summary>What it is about now; nothing while it is closed.</summary>
    public T? Now
    {
        get;
        set
        {
            field = value;
            WasEver |= value is not null;
        }
    }

    /// <summary>Whether it was ever open.</summary>
    public bool WasEver { get; private set; }
}
