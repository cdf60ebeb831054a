namespace OrgPortal.Web.Components;

/// <summary>A control of a row that is markup (<c>data-press</c>) was pressed; <c>portal.js</c> tells it from the control's id (<see cref="RowPlace.IdOf"/>).</summary>
public sealed class RowPressEventArgs : EventArgs
{
    /// <summary>The id of the control.</summary>
    public string Id { get; set; } = string.Empty;
}
