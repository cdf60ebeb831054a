using OrgPortal.Web.Components;

namespace OrgPortal.Tests.Components;

public sealed class RowSlotsTests
{
    private readonly List<object> _toggled = [];
    private readonly RowSlots _slots;

    public RowSlotsTests() => _slots = new RowSlots(key =>
    {
        _toggled.Add(key);
        return Task.CompletedTask;
    });

    [Fact]
    public void Another_page_is_shown_by_the_rows_that_are_there()
    {
        _slots.Assign(["Ana", "Bob"], isOtherPage: true);
        var rows = new[] { _slots.At(0), _slots.At(1) };

        _slots.Assign(["Carol", "Dave", "Erin"], isOtherPage: true);

        Assert.Equal(rows, [_slots.At(0), _slots.At(1)]);
        Assert.Equal(["Carol", "Dave", "Erin"], Enumerable.Range(0, 3).Select(place => _slots.At(place).Key));
        Assert.True(_slots.Has("Erin"));
        Assert.False(_slots.Has("Ana"));
    }

    [Fact]
    public void On_the_same_page_a_row_belongs_to_its_item()
    {
        _slots.Assign(["Ana", "Bob"], isOtherPage: true);
        var (ana, bob) = (_slots.At(0), _slots.At(1));

        _slots.Assign(["Bob", "Carol"], isOtherPage: false);

        Assert.Same(bob, _slots.At(0));
        Assert.NotSame(ana, _slots.At(1));
    }

    [Fact]
    public async Task The_handler_of_a_row_is_the_same_for_everybody_and_means_whom_it_shows()
    {
        _slots.Assign(["Ana"], isOtherPage: true);
        Func<Task> handler = _slots.At(0).ToggleAsync;

        _slots.Assign(["Carol"], isOtherPage: true);

        Assert.Equal<Delegate>(handler, (Func<Task>)_slots.At(0).ToggleAsync);
        await handler();
        Assert.Equal(["Carol"], _toggled);
    }
}
