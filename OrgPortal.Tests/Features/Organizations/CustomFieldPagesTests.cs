using System.Text.Json.Nodes;
using Bunit;
using OrgPortal.Tests.Support;
using OrgPortal.Web.Events;
using OrgPortal.Web.Features.Organizations;
using OrgPortal.Web.Logto;

namespace OrgPortal.Tests.Features.Organizations;

public sealed class CustomFieldPagesTests() : OrganizationPagesContext(
[
    .. CustomFieldTests.Field(0, "costCenter", "Text", ("Required", "true"), ("Label:en", "Cost center"), ("Help:en", "From your contract.")),
    .. CustomFieldTests.Field(1, "seats", "Number", ("Min", "1")),
    .. CustomFieldTests.Field(2, "isPartner", "Boolean"),
    .. CustomFieldTests.Field(3, "plan", "Select", ("Options:0:Value", "silver"), ("Options:1:Value", "gold"), ("EditableBy", "Operators")),
    .. CustomFieldTests.Field(4, "notes", "Multiline", ("VisibleTo", "Administrators")),
])
{
    private JsonObject? Kept => Logto.Organizations.Single(one => one.Id == House.Acme).CustomData;

    [Fact]
    public void They_stand_under_name_and_description_and_are_saved_with_them()
    {
        Keep("""{"costCenter":"A-1","plan":"gold"}""");
        var page = Open(House.Alice);
        Assert.Equal(
            ["Organization name", "Description (optional)", "Cost center", "seats (optional)", "isPartner (optional)", "plan", "notes (optional)"],
            page.Find("form").QuerySelectorAll(".field-label").Select(label => label.Words()));
        Assert.Contains("Set by whoever runs this service.", page.Markup, StringComparison.Ordinal);

        page.Find("input[inputmode=decimal]").Input("25");
        page.Find("form input[type=checkbox]").Change(true);
        Assert.Equal("Not saved yet.", page.Find("[role=status]").Words());
        page.Find("form").Submit();

        page.WaitForAssertion(() => Assert.Equal("""{"costCenter":"A-1","plan":"gold","seats":25,"isPartner":true}""", Kept?.ToJsonString()));
        page.WaitForAssertion(() => Assert.Empty(page.Find("[role=status]").Words()));
    }

    [Fact]
    public void What_is_wrong_stands_beside_its_field()
    {
        var page = Open(House.Alice);

        page.Find("input[inputmode=decimal]").Input("0");
        page.Find("form").Submit();

        page.WaitForAssertion(() => Assert.Equal("Enter a number of at least 1.", page.Find(".field-error").Words()));
        Assert.Null(Kept?["seats"]);
    }

    [Fact]
    public void What_somebody_else_saved_meanwhile_does_not_take_what_was_typed()
    {
        Keep("""{"seats":3}""");
        var page = Open(House.Alice);
        page.Find("input[inputmode=decimal]").Input("4");

        Keep("""{"seats":9}""");
        House.Events.Publish(new OrganizationChanged(House.Acme));
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".callout")));
        Assert.Equal("4", page.Find("input[inputmode=decimal]").GetAttribute("value"));

        page.Button("Show theirs").Click();
        page.WaitForAssertion(() => Assert.Equal("9", page.Find("input[inputmode=decimal]").GetAttribute("value")));
    }

    [Fact]
    public void Members_see_what_is_for_them_and_change_nothing()
    {
        var page = Open(House.Bob);

        Assert.DoesNotContain("notes", page.Find("form").QuerySelectorAll(".field-label").Select(label => label.Words().Split(' ')[0]));
        Assert.True(page.Find("input[inputmode=decimal]").HasAttribute("disabled"));
    }

    [Fact]
    public void The_wizard_asks_for_what_is_required_before_it_goes_on()
    {
        House.SignIn(House.Dave);
        var page = Render<CreateOrganizationPage>();
        page.Find("input.input").Input("Initech");
        page.Find("form").Submit();
        page.WaitForAssertion(() => Assert.Equal("Fill this in.", page.Find(".field-error").Words()));

        page.FindAll("input.input")[1].Input("A-1");
        page.Find("form").Submit();
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("textarea")));
        page.Button("Skip and create").Click();

        page.WaitForAssertion(() => Assert.Equal("A-1", (string?)Logto.Organizations.Single(one => one.Name == "Initech").CustomData?["costCenter"]));
    }

    private void Keep(string json)
    {
        var index = Logto.Organizations.FindIndex(one => one.Id == House.Acme);
        Logto.Organizations[index] = Logto.Organizations[index] with { CustomData = JsonNode.Parse(json)!.AsObject() };
    }

    private IRenderedComponent<SettingsPage> Open(UserId somebody)
    {
        House.SignIn(somebody);
        return Render<SettingsPage>(parameters => parameters.Add(p => p.OrganizationId, House.Acme.Value).AddCascadingValue(AccessOf(somebody)));
    }
}
