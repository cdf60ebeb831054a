using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using OrgPortal.Tests.Support;
using OrgPortal.Web.Components;

namespace OrgPortal.Tests.Components;

public sealed class DataTableTests : MudTestContext
{
    [Fact]
    public void Rows_stand_in_the_first_render()
    {
        var table = RenderTable(["Ana", "Bob"]);

        Assert.Equal(["Ana", "Bob"], table.FindAll("tbody td.cell-main").Select(cell => cell.Words()));
        Assert.Equal(["Person", "Length", "Actions"], table.FindAll("th").Select(head => head.Words()));
        Assert.Equal(1, table.RenderCount);
    }

    [Fact]
    public void Every_plain_cell_says_its_own_name_for_narrow_screens()
    {
        var table = RenderTable(["Ana"]);

        Assert.Equal([null, "Len", null], table.FindAll("tbody td").Select(cell => cell.GetAttribute("data-label")));
    }

    [Fact]
    public void Before_the_first_read_the_table_itself_is_the_skeleton()
    {
        var table = RenderTable(null);

        Assert.Equal(3, table.FindAll("th").Count);
        Assert.Equal(10, table.FindAll("tr.row-skeleton").Count);
        Assert.Equal("Loading", table.Find("[role=status]").TextContent);
    }

    [Fact]
    public void Old_rows_stay_while_others_are_read()
    {
        var table = RenderTable(["Ana"], loading: true);

        Assert.Contains("Ana", table.Markup, StringComparison.Ordinal);
        Assert.Equal("true", table.Find("table").GetAttribute("aria-busy"));
    }

    [Fact]
    public void No_row_shows_what_to_do_instead_of_an_empty_table()
    {
        var table = RenderTable([]);

        Assert.Empty(table.FindAll("table"));
        Assert.Contains("Nobody", table.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void New_rows_replace_old_ones()
    {
        var table = RenderTable(["Ana", "Bob"]);

        table.Render(parameters => parameters.Add(t => t.Items, ["Carol"]));

        Assert.Equal(["Carol"], table.FindAll("tbody td.cell-main").Select(cell => cell.Words()));
        Assert.Equal(3, table.FindAll("th").Count);
    }

    [Fact]
    public void Another_page_is_shown_by_the_rows_that_are_there()
    {
        var table = RenderMenus("?page=1", "Ana", "Bob");
        var menus = MenusOf(table);

        table.Render(parameters => parameters.Add(t => t.Page, "?page=2").Add(t => t.Items, ["Carol", "Dave", "Erin"]));

        Assert.Equal(["Carol", "Dave", "Erin"], MenusOf(table).Select(menu => menu.Label));
        Assert.Equal(menus, MenusOf(table).Take(2));
    }

    [Fact]
    public void On_the_same_page_a_row_belongs_to_its_item()
    {
        var table = RenderMenus("?page=1", "Ana", "Bob");
        var (ana, bob) = (MenusOf(table)[0], MenusOf(table)[1]);

        table.Render(parameters => parameters.Add(t => t.Items, ["Bob", "Carol"]));

        var now = MenusOf(table);
        Assert.Equal(["Bob", "Carol"], now.Select(menu => menu.Label));
        Assert.Same(bob, now[0]);
        Assert.NotSame(ana, now[1]);
    }

    [Fact]
    public void A_menu_that_is_open_does_not_stay_open_for_somebody_else()
    {
        var table = RenderMenus("?page=1", "Ana", "Bob");
        table.FindAll("tbody button")[0].Click();
        Assert.Single(table.FindAll("[role=menu]"));

        table.Render(parameters => parameters.Add(t => t.Page, "?page=2").Add(t => t.Items, ["Carol", "Dave"]));

        Assert.Empty(table.FindAll("[role=menu]"));
        Assert.Equal("false", table.FindAll("tbody button")[0].GetAttribute("aria-expanded"));
    }

    private static List<RowMenu> MenusOf(IRenderedComponent<DataTable<string>> table) => [.. table.FindComponents<RowMenu>().Select(menu => menu.Instance)];

    private IRenderedComponent<DataTable<string>> RenderMenus(string page, params string[] items) =>
        Render<DataTable<string>>(parameters => parameters.Add(t => t.Label, "Members").Add(t => t.Items, items).Add(t => t.Page, page).Add(t => t.Columns, builder =>
        {
            RenderFragment<string> menu = item => cell =>
            {
                cell.OpenComponent<RowMenu>(0);
                cell.AddComponentParameter(1, nameof(RowMenu.Label), item);
                cell.AddComponentParameter(2, nameof(RowMenu.ChildContent), (RenderFragment)(content => content.AddContent(0, "Remove")));
                cell.CloseComponent();
            };
            builder.OpenComponent<TableColumn<string>>(0);
            builder.AddComponentParameter(1, nameof(TableColumn<>.Header), "Actions");
            builder.AddComponentParameter(2, nameof(TableColumn<>.ChildContent), menu);
            builder.CloseComponent();
        }));

    private IRenderedComponent<DataTable<string>> RenderTable(IReadOnlyList<string>? items, bool loading = false) =>
        Render<DataTable<string>>(parameters => parameters
            .Add(t => t.Label, "Members")
            .Add(t => t.Items, items)
            .Add(t => t.Loading, loading)
            .Add(t => t.Columns, Columns)
            .Add(t => t.Empty, "Nobody"));

    private static void Columns(RenderTreeBuilder builder)
    {
        builder.OpenRegion(0);
        Column(builder, "Person", ColumnKind.Main, name => name);
        builder.CloseRegion();
        builder.OpenRegion(1);
        Column(builder, "Length", ColumnKind.Plain, name => $"{name.Length}", narrow: "Len");
        builder.CloseRegion();
        builder.OpenRegion(2);
        Column(builder, "Actions", ColumnKind.Menu, _ => "…");
        builder.CloseRegion();
    }

    private static void Column(RenderTreeBuilder builder, string header, ColumnKind kind, Func<string, string> cell, string? narrow = null)
    {
        RenderFragment<string> content = item => cellBuilder => cellBuilder.AddContent(0, cell(item));
        builder.OpenComponent<TableColumn<string>>(0);
        builder.AddComponentParameter(1, nameof(TableColumn<>.Header), header);
        builder.AddComponentParameter(2, nameof(TableColumn<>.Kind), kind);
        builder.AddComponentParameter(3, nameof(TableColumn<>.NarrowHeader), narrow);
        builder.AddComponentParameter(4, nameof(TableColumn<>.ChildContent), content);
        builder.CloseComponent();
    }
}
