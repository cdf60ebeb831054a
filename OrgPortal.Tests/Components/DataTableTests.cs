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
    public void A_column_that_comes_later_stands_where_it_belongs_and_goes_again()
    {
        var table = RenderTable(["Ana"]);

        Assert.Equal(["Person", "Length", "Actions"], HeadsWith(isFirst: false));
        Assert.Equal(["First", "Person", "Length", "Actions"], HeadsWith(isFirst: true));
        Assert.Equal(["Person", "Length", "Actions"], HeadsWith(isFirst: false));

        IEnumerable<string> HeadsWith(bool isFirst)
        {
            table.Render(parameters => parameters.Add(t => t.Columns, builder =>
            {
                if (isFirst)
                {
                    builder.OpenRegion(0);
                    Column(builder, "First", ColumnKind.Plain, item => item);
                    builder.CloseRegion();
                }

                builder.OpenRegion(1);
                Columns(builder);
                builder.CloseRegion();
            }));
            return table.FindAll("th").Select(head => head.Words());
        }
    }

    [Fact]
    public void One_menu_opens_for_the_row_whose_button_was_pressed()
    {
        var table = RenderMenus("?page=1", "Ana", "Bob");
        Assert.Empty(table.FindComponents<MenuPanel>());

        table.FindAll("tbody .icon-button")[1].Click();

        Assert.Equal("Actions for Bob", table.Find("[role=menu]").GetAttribute("aria-label"));
        Assert.Equal("Remove Bob", table.Find("[role=menuitem]").Words());
        Assert.Equal(table.FindAll("tbody .icon-button")[1].Id, table.FindComponent<MenuPanel>().Instance.AnchorId);
        table.FindAll("tbody .icon-button")[0].Click();
        Assert.Equal("Remove Ana", Assert.Single(table.FindAll("[role=menuitem]")).Words());
        table.FindAll("tbody .icon-button")[0].Click();
        Assert.Empty(table.FindAll("[role=menu]"));
    }

    [Fact]
    public void A_menu_closes_when_something_in_it_was_chosen()
    {
        var table = RenderMenus("?page=1", "Ana");
        table.Find("tbody .icon-button").Click();

        table.Find("[role=menuitem]").Click();

        Assert.Empty(table.FindAll("[role=menu]"));
    }

    [Fact]
    public void A_menu_that_is_open_stays_open_while_its_item_is_shown()
    {
        var table = RenderMenus("?page=1", "Ana", "Bob");
        table.FindAll("tbody .icon-button")[1].Click();

        table.Render(parameters => parameters.Add(t => t.Items, ["Bob", "Carol"]));

        Assert.Equal("Remove Bob", table.Find("[role=menuitem]").Words());
        table.Render(parameters => parameters.Add(t => t.Items, ["Carol"]));
        Assert.Empty(table.FindAll("[role=menu]"));
    }

    [Fact]
    public void A_menu_that_is_open_does_not_stay_open_for_somebody_else()
    {
        var table = RenderMenus("?page=1", "Ana", "Bob");
        table.FindAll("tbody .icon-button")[0].Click();
        Assert.Single(table.FindAll("[role=menu]"));

        table.Render(parameters => parameters.Add(t => t.Page, "?page=2").Add(t => t.Items, ["Carol", "Dave"]));

        Assert.Empty(table.FindAll("[role=menu]"));
    }

    [Theory]
    [InlineData("Actions for {0}", "Actions for Bob <b>")]
    [InlineData("{0} 的操作", "Bob <b> 的操作")]
    [InlineData("对 {0} 的操作", "对 Bob <b> 的操作")]
    public void A_control_of_a_row_is_named_after_what_the_row_says(string words, string expected)
    {
        var table = RenderNamed("?page=1", words, "Ana", "Bob <b>");

        Assert.Equal(expected, ElementQueries.NameOf(table.FindAll("tbody .icon-button")[1]));
        var before = table.FindAll("tbody .icon-button")[1].OuterHtml;

        table.Render(parameters => parameters.Add(t => t.Page, "?page=2").Add(t => t.Items, ["Carol", "Dave"]));

        Assert.Equal(expected.Replace("Bob <b>", "Dave", StringComparison.Ordinal), ElementQueries.NameOf(table.FindAll("tbody .icon-button")[1]));
        Assert.Equal(before, table.FindAll("tbody .icon-button")[1].OuterHtml);
    }

    [Fact]
    public void The_table_tells_which_control_of_which_row_was_pressed()
    {
        var pressed = new List<RowPress<string>>();
        var table = RenderNamed("?page=1", "Actions for {0}", "Ana", "Bob");
        table.Render(parameters => parameters.Add(t => t.OnPress, pressed.Add));

        table.FindAll("tbody .select")[1].Click();

        Assert.Equal([new RowPress<string>("Bob", "role", "people-1-role")], pressed);
    }

    [Fact]
    public void Presses_of_what_is_not_there_do_nothing()
    {
        var pressed = new List<RowPress<string>>();
        var table = RenderNamed("?page=1", "Actions for {0}", "Ana", "Bob");
        table.Render(parameters => parameters.Add(t => t.OnPress, pressed.Add));

        foreach (var id in new[] { "", "people", "people-7-role", "others-0-role", "people-2-menu" })
        {
            table.Find("tbody").TriggerEvent("onrowpress", new RowPressEventArgs { Id = id });
        }

        Assert.Empty(pressed);
        Assert.Empty(table.FindAll("[role=menu]"));
    }

    [Fact]
    public void Facts_are_drawn_as_markup_and_what_is_in_them_is_text()
    {
        var table = Render<DataTable<string>>(parameters => parameters.Add(t => t.Label, "Members").Add(t => t.Items, ["<img src=x onerror=alert(1)>"]).Add(t => t.Columns, builder =>
        {
            builder.OpenComponent<TableColumn<string>>(0);
            builder.AddComponentParameter(1, nameof(TableColumn<>.Header), "\"><script>");
            builder.AddComponentParameter(2, nameof(TableColumn<>.Facts), (Func<string, RowPlace, Html>)((item, _) => Html.Of($"<b title=\"{item}\">{item}</b>")));
            builder.CloseComponent();
        }));

        Assert.Empty(table.FindAll("img, script"));
        Assert.Equal("<img src=x onerror=alert(1)>", table.Find("td b").TextContent);
        Assert.Equal("<img src=x onerror=alert(1)>", table.Find("td b").GetAttribute("title"));
        Assert.Equal("\"><script>", table.Find("td").GetAttribute("data-label"));
    }

    private IRenderedComponent<DataTable<string>> RenderNamed(string page, string menuWords, params string[] items) =>
        Render<DataTable<string>>(parameters => parameters.Add(t => t.Id, "people").Add(t => t.Label, "Members").Add(t => t.Items, items).Add(t => t.Page, page)
            .Add(t => t.MenuWords, menuWords).Add(t => t.Menu, _ => _ => { }).Add(t => t.Columns, builder =>
            {
                builder.OpenComponent<TableColumn<string>>(0);
                builder.AddComponentParameter(1, nameof(TableColumn<>.Header), "Person");
                builder.AddComponentParameter(2, nameof(TableColumn<>.Facts), (Func<string, RowPlace, Html>)((item, place) => Html.Of($"<b id=\"{place.NameId}\">{item}</b>{OptionButton.Draw(place.IdOf("role"), place.NameId, "member", isBusy: false)}")));
                builder.CloseComponent();
            }));

    private IRenderedComponent<DataTable<string>> RenderMenus(string page, params string[] items) =>
        Render<DataTable<string>>(parameters => parameters.Add(t => t.Label, "Members").Add(t => t.Items, items).Add(t => t.Page, page).Add(t => t.Columns, _ => { })
            .Add(t => t.MenuLabel, item => $"Actions for {item}").Add(t => t.Menu, item => menu =>
            {
                menu.OpenComponent<MenuItem>(0);
                menu.AddComponentParameter(1, nameof(MenuItem.ChildContent), (RenderFragment)(content => content.AddContent(0, $"Remove {item}")));
                menu.CloseComponent();
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
