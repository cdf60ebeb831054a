namespace OrgPortal.Web.Components;

/// <summary>A control of a row was pressed.</summary>
/// <typeparam name="TItem">What the row is about.</typeparam>
/// <param name="Item">Whom or what the row shows now.</param>
/// <param name="Part">Which control, as it was named for <see cref="RowPlace.IdOf"/>.</param>
/// <param name="Id">The id of the control: a menu opens beside it.</param>
public readonly record struct RowPress<TItem>(TItem Item, string Part, string Id);
