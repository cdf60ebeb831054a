using Microsoft.AspNetCore.Components;

namespace OrgPortal.Web.Components;

/// <summary>A rendered row of a table, whatever it shows now. Its ids stay, so what is named after them (<see cref="RowLabel"/>) is not sent again with another page of rows.</summary>
/// <param name="table">The id of the table.</param>
/// <param name="number">Which row; no other of the table has the number.</param>
public sealed class RowPlace(string table, int number)
{
    /// <summary>The id for the element that says the row's name.</summary>
    public string NameId { get; } = $"{table}-{number}";

    internal int Number => number;

    internal object Key { get; set; } = string.Empty;

    // What is the same whatever the row shows: another page has none of it to send.
    internal Html? MenuCell { get; set; }

    internal string? TickLabelledBy { get; set; }

    internal EventCallback<ChangeEventArgs>? OnTick { get; set; }

    /// <summary>The id for a control of the row.</summary>
    /// <param name="part">A word for the control, the same in every row ("role").</param>
    public string IdOf(string part) => $"{NameId}-{part}";
}
