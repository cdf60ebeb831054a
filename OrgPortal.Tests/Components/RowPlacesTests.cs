using OrgPortal.Web.Components;

namespace OrgPortal.Tests.Components;

public sealed class RowPlacesTests
{
    private readonly RowPlaces _rows = new("members");

    [Fact]
    public void Another_page_is_shown_by_the_rows_that_are_there()
    {
        _rows.Assign(["Ana", "Bob"], isOtherPage: true);
        var rows = new[] { _rows.At(0), _rows.At(1) };

        _rows.Assign(["Carol", "Dave", "Erin"], isOtherPage: true);

        Assert.Equal(rows, [_rows.At(0), _rows.At(1)]);
        Assert.Equal(["Carol", "Dave", "Erin"], Enumerable.Range(0, 3).Select(index => _rows.At(index).Key));
        Assert.Equal(2, _rows.IndexOfKey("Erin"));
        Assert.Equal(-1, _rows.IndexOfKey("Ana"));
        Assert.Equal(-1, _rows.IndexOfKey(null));
    }

    [Fact]
    public void On_the_same_page_a_row_belongs_to_its_item()
    {
        _rows.Assign(["Ana", "Bob"], isOtherPage: true);
        var (ana, bob) = (_rows.At(0), _rows.At(1));

        _rows.Assign(["Bob", "Carol"], isOtherPage: false);

        Assert.Same(bob, _rows.At(0));
        Assert.NotSame(ana, _rows.At(1));
    }

    [Fact]
    public void No_two_rows_have_the_same_ids_and_they_are_few()
    {
        var keys = new List<object> { "Ana", "Bob", "Carol" };
        for (var round = 0; round < 50; round++)
        {
            _rows.Assign(keys, isOtherPage: round % 7 == 0);
            Assert.Equal(3, Enumerable.Range(0, 3).Select(index => _rows.At(index).NameId).Distinct().Count());
            Assert.All(Enumerable.Range(0, 3), index => Assert.Contains(_rows.At(index).NameId, new[] { "members-0", "members-1", "members-2" }));
            (keys[round % 3], keys[(round + 1) % 3]) = ($"New {round}", keys[round % 3]);
        }
    }

    [Fact]
    public void A_control_is_found_by_its_id()
    {
        _rows.Assign(["Ana", "Bob"], isOtherPage: true);

        Assert.Equal((1, "role"), _rows.Find(_rows.At(1).IdOf("role")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("-menu")]
    [InlineData("members")]
    [InlineData("members-0")]
    [InlineData("members-2-menu")]
    [InlineData("members--1-menu")]
    [InlineData("invitations-0-menu")]
    public void What_belongs_to_no_row_is_nothing(string id)
    {
        _rows.Assign(["Ana", "Bob"], isOtherPage: true);

        Assert.Null(_rows.Find(id));
    }
}
