using Bunit;
using OrgPortal.Tests.Support;
using OrgPortal.Web.Components;

namespace OrgPortal.Tests.Components;

public sealed class AddressChipsTests : MudTestContext
{
    private IReadOnlyList<string> _addresses = [];

    [Fact]
    public void What_is_pasted_becomes_chips_and_duplicates_merge()
    {
        var chips = RenderChips();

        Enter(chips, "a@x.example, Ana <b@x.example>\nA@X.example");

        Assert.Equal(["a@x.example", "b@x.example"], _addresses);
        Assert.Equal(["a@x.example", "b@x.example"], chips.FindAll(".chip-text").Select(chip => chip.TextContent));
    }

    [Fact]
    public void An_incomplete_address_stays_with_a_reason_and_a_remedy()
    {
        var chips = RenderChips("wei@acme.example", "kenji@acme");

        Assert.Equal("kenji@acme is not a complete address. Use kenji@acme.example", chips.Find(".chip-reason").Words());
        Assert.Equal("true", chips.Find("textarea").GetAttribute("aria-invalid"));

        chips.Button("Use kenji@acme.example").Click();
        Assert.Equal(["wei@acme.example", "kenji@acme.example"], _addresses);
    }

    [Fact]
    public void A_remedy_that_is_there_already_merges()
    {
        var chips = RenderChips("kenji@acme.example", "kenji@acme");

        chips.Button("Use kenji@acme.example").Click();

        Assert.Equal(["kenji@acme.example"], _addresses);
    }

    [Fact]
    public void The_page_can_say_more_about_an_address()
    {
        var chips = RenderChips("bob@acme.example");
        chips.Render(parameters => parameters.Add(c => c.Judge, _ => new AddressVerdict(Tone.Warning, "is already a member.")));

        Assert.Equal("bob@acme.example is already a member.", chips.Find(".chip-reason").Words());
        Assert.Contains("tone-warning", chips.Find(".chip").ClassName, StringComparison.Ordinal);
    }

    [Fact]
    public void A_chip_can_be_removed_by_its_button_and_by_backspace()
    {
        var chips = RenderChips("a@x.example", "b@x.example", "c@x.example");

        chips.Button("Remove a@x.example").Click();
        chips.Find("textarea").TriggerEvent("onaddresses", new AddressesEventArgs { RemoveLast = true });

        Assert.Equal(["b@x.example"], _addresses);
    }

    [Fact]
    public void What_goes_beyond_the_limit_is_counted_not_swallowed()
    {
        var chips = RenderChips();
        chips.Render(parameters => parameters.Add(c => c.Max, 2));

        Enter(chips, "a@x.example b@x.example c@x.example d@x.example");

        Assert.Equal(2, _addresses.Count);
        Assert.Equal("At most 2 addresses at once: 2 were left out.", chips.Find(".chip-reason").Words());
    }

    private static void Enter(IRenderedComponent<AddressChips> chips, string text) =>
        chips.Find("textarea").TriggerEvent("onaddresses", new AddressesEventArgs { Text = text });

    private IRenderedComponent<AddressChips> RenderChips(params string[] addresses)
    {
        _addresses = addresses;
        IRenderedComponent<AddressChips>? chips = null;
        chips = Render<AddressChips>(parameters => parameters.Add(c => c.Label, "Addresses").Add(c => c.Addresses, _addresses).Add(c => c.AddressesChanged, changed =>
        {
            _addresses = changed;
            chips!.Render(again => again.Add(c => c.Addresses, changed));
        }));
        return chips;
    }
}
