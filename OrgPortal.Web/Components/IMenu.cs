namespace OrgPortal.Web.Components;

/// <summary>The open menu around its items.</summary>
public interface IMenu
{
    /// <summary>Closes it; the focus goes back to the button that opened it.</summary>
    Task CloseAsync();
}
