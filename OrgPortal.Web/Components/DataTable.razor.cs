using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace OrgPortal.Web.Components;

/// <summary>
/// The portal's table: a semantic table with a fixed layout, so that nothing moves while rows arrive. The first read shows the table itself with bars in
/// place of words; later reads keep the old rows until the new ones are there. On narrow screens every row is a card.
/// </summary>
/// <typeparam name="TItem">What a row is about.</typeparam>
public partial class DataTable<TItem> : IMenu
{
    // Widths in percent, so that the bars look like words of different length.
    private static readonly int[] BarWidths = [62, 48, 70, 42, 55, 66, 50, 58];

    private const string MenuCss = "cell-menu";

    // The control of a row that opens its menu.
    private const string MenuPart = "menu";

    private readonly List<TableColumn<TItem>> _columns = [];
    private readonly string _id = ElementId.Next();
    private RowPlaces? _rows;
    private RowLabel? _menuLabel;
    private object? _page;

    // What the rows showed before this page, until the browser has drawn this one: what is pressed until then was meant for those.
    private IReadOnlyList<TItem>? _before;
    private IReadOnlyList<TItem>? _shown;

    // Whose menu is open.
    private object? _open;

    /// <summary>The table's id, of its own on the page: the ids in its rows begin with it.</summary>
    [Parameter]
    public string? Id { get; set; }

    /// <summary>The table's accessible name.</summary>
    [Parameter, EditorRequired]
    public string Label { get; set; } = string.Empty;

    /// <summary>The rows of this page; <see langword="null"/> until the first read has ended.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<TItem>? Items { get; set; }

    /// <summary>The <see cref="TableColumn{TItem}"/>s.</summary>
    [Parameter, EditorRequired]
    public RenderFragment? Columns { get; set; }

    /// <summary>What makes a row the same row after a reload (its id).</summary>
    [Parameter]
    public Func<TItem, object>? RowKey { get; set; }

    /// <summary>
    /// Which page of rows this is (the query that was read): when another one comes, the rows that are there are used for it. Left out, every item has a
    /// row of its own. Whatever in a cell keeps a state must notice that it belongs to another item, as the menus do by their label.
    /// </summary>
    [Parameter]
    public object? Page { get; set; }

    /// <summary>Other rows are on their way; the old ones stay until then.</summary>
    [Parameter]
    public bool Loading { get; set; }

    /// <summary>Rows of bars before the first read has ended.</summary>
    [Parameter]
    public int SkeletonRows { get; set; } = 10;

    /// <summary>Shown in place of the table when there is no row: an <see cref="EmptyState"/>.</summary>
    [Parameter]
    public RenderFragment? Empty { get; set; }

    /// <summary>Under the rows: a <see cref="Pager"/>.</summary>
    [Parameter]
    public RenderFragment? Foot { get; set; }

    /// <summary>Rows of one line: 40 px instead of 52.</summary>
    [Parameter]
    public bool Compact { get; set; }

    /// <summary>Without a card of its own: for a table inside a <see cref="Card"/>.</summary>
    [Parameter]
    public bool Plain { get; set; }

    /// <summary>A class for a row: <c>is-selected</c>, <c>is-faint</c>.</summary>
    [Parameter]
    public Func<TItem, string?>? RowClass { get; set; }

    /// <summary>
    /// Raised when a control of a row was pressed that is markup: a button with <c>data-press</c> and an id of <see cref="RowPlace.IdOf"/>. One handler for all rows: an open page
    /// keeps none for each of them, and another page of rows sends none.
    /// </summary>
    [Parameter]
    public EventCallback<RowPress<TItem>> OnPress { get; set; }

    /// <summary>
    /// The <see cref="MenuItem"/>s of a row, behind a button at its end. There is one menu for all rows, rendered while it is open: twenty menus would be most of what an open
    /// page costs.
    /// </summary>
    [Parameter]
    public RenderFragment<TItem>? Menu { get; set; }

    /// <summary>The accessible name of a row's <see cref="Menu"/> and its button; names the item ("Actions for Ana Ferreira").</summary>
    [Parameter]
    public Func<TItem, string>? MenuLabel { get; set; }

    /// <summary>
    /// The same for the button in a table that has an <see cref="Id"/>, and in whose rows an element with <see cref="RowPlace.NameId"/> says the name: the words with <c>{0}</c> for the name
    /// ("Actions for {0}"). What a row does not say anew is not sent anew.
    /// </summary>
    [Parameter]
    public string? MenuWords { get; set; }

    /// <summary>What opens under a row.</summary>
    [Parameter]
    public RenderFragment<TItem>? Detail { get; set; }

    /// <summary>Whether a row's <see cref="Detail"/> is open.</summary>
    [Parameter]
    public Func<TItem, bool>? IsOpen { get; set; }

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        _menuLabel = MenuWords is null ? null : new RowLabel($"{TableId}-{MenuPart}", MenuWords);
        if (Items is not null)
        {
            var isOtherPage = Page is not null && !Page.Equals(_page);
            _rows ??= new RowPlaces(TableId);
            _rows.Assign([.. Items.Select(Key)], isOtherPage);
            _page = Page;
            _before = isOtherPage ? _before ?? _shown : _before;
            _shown = Items;
            _open = isOtherPage || _rows.IndexOfKey(_open) < 0 ? null : _open;
        }
    }

    /// <inheritdoc />
    protected override void OnAfterRender(bool firstRender) => _before = null;

    /// <inheritdoc />
    public Task CloseAsync()
    {
        _open = null;
        StateHasChanged();
        return Task.CompletedTask;
    }

    internal void Add(TableColumn<TItem> column) => _columns.Add(column);

    private static string? SortOf(TableColumn<TItem> column) => column.Sort switch
    {
        SortDirection.Ascending => "ascending",
        SortDirection.Descending => "descending",
        _ => null,
    };

    // What the browser says is believed no further than that somebody pressed something: a row that is not there is nothing.
    private async Task PressAsync(RowPressEventArgs press)
    {
        if (Items is null || _before is not null || _rows?.Find(press.Id) is not var (index, part))
        {
            return;
        }

        if (part == MenuPart)
        {
            var key = _rows.At(index).Key;
            _open = key.Equals(_open) ? null : key;
        }
        else
        {
            await OnPress.InvokeAsync(new RowPress<TItem>(Items[index], part, press.Id));
        }
    }

    private RenderFragment Tick(TableColumn<TItem> column, RowLabel label, TItem item, RowPlace place) => builder =>
    {
        place.OnTick ??= EventCallback.Factory.Create<ChangeEventArgs>(this, change => TickAsync(column, place, change.Value is true));
        builder.OpenElement(0, "input");
        builder.AddAttribute(1, "type", "checkbox");
        builder.AddAttribute(2, "class", "checkbox");
        builder.AddAttribute(3, "aria-labelledby", place.TickLabelledBy ??= label.Of(place));
        builder.AddAttribute(4, "disabled", column.CanTick?.Invoke(item) is false);
        builder.AddAttribute(5, "checked", column.IsTicked?.Invoke(item) is true);
        builder.AddAttribute(6, "onchange", place.OnTick.Value);
        // A tick that crosses with another page is put right.
        builder.SetUpdatesAttributeName("checked");
        builder.CloseElement();
    };

    private Task TickAsync(TableColumn<TItem> column, RowPlace place, bool isTicked)
    {
        var (index, rows) = (_rows?.IndexOf(place) ?? -1, _before ?? Items);
        return index >= 0 && index < rows?.Count ? column.OnTick.InvokeAsync((rows[index], isTicked)) : Task.CompletedTask;
    }

    // Named by what the row says, it is the same whatever the row shows. What says the row's name itself is nobody else's, and is not shared.
    private Html MenuCell(TItem item, RowPlace place) => _menuLabel is null
        ? DrawMenu(place, Html.Of($"aria-label=\"{LabelOf(item)}\""))
        : place.MenuCell ??= Html.Shared($"{DrawMenu(place, Html.Of($"aria-labelledby=\"{_menuLabel.Of(place)}\""))}");

    private static Html DrawMenu(RowPlace place, Html name) =>
        Html.Of($"<td role=\"cell\" class=\"cell-menu\"><button class=\"icon-button\" type=\"button\" id=\"{place.IdOf(MenuPart)}\" data-press aria-haspopup=\"menu\" {name}>{IconName.Dots}</button></td>");

    private string TableId => Id ?? _id;

    private string LabelOf(TItem item) => MenuLabel?.Invoke(item) ?? L["Actions"];

    private object Key(TItem item) => RowKey is null ? item : RowKey(item);

    private RenderFragment Skeleton(int row) => builder =>
    {
        builder.OpenElement(0, "tr");
        builder.AddAttribute(1, "role", "row");
        builder.AddAttribute(2, "class", "row-skeleton");
        builder.AddAttribute(3, "aria-hidden", "true");
        for (var index = 0; index < _columns.Count; index++)
        {
            Cell(builder, _columns[index].Kind, _columns[index].CellCss, BarWidths[(row + index) % BarWidths.Length]);
        }

        if (Menu is not null)
        {
            Cell(builder, ColumnKind.Menu, MenuCss, BarWidths[0]);
        }

        builder.CloseElement();
    };

    private void Cell(RenderTreeBuilder builder, ColumnKind kind, string? css, int width)
    {
        builder.OpenElement(4, "td");
        builder.AddAttribute(5, "role", "cell");
        builder.AddAttribute(6, "class", css);
        builder.AddMarkupContent(7, kind switch
        {
            ColumnKind.Main when Compact => $"""<span class="bar-skeleton" style="width:{width}%"></span>""",
            ColumnKind.Main => $"""<span class="person"><span class="bar-skeleton bar-round"></span><span class="bar-lines"><span class="bar-skeleton" style="width:{width / 2}%"></span><span class="bar-skeleton" style="width:{width * 2 / 3}%"></span></span></span>""",
            ColumnKind.Menu => """<span class="bar-skeleton" style="width:16px"></span>""",
            ColumnKind.Check => """<span class="bar-skeleton bar-check"></span>""",
            _ => $"""<span class="bar-skeleton" style="width:{width}%"></span>""",
        });
        builder.CloseElement();
    }
}
