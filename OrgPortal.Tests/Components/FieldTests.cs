using Bunit;
using OrgPortal.Tests.Support;
using OrgPortal.Web.Components;

namespace OrgPortal.Tests.Components;

public sealed class FieldTests : MudTestContext
{
    [Fact]
    public void The_label_names_the_control_and_the_hint_describes_it()
    {
        var field = Render<Field>(parameters => parameters.Add(f => f.Label, "Name").Add(f => f.Hint, "Up to 128 characters.").AddChildContent<TextInput>());

        var input = field.Find("input");
        Assert.Equal(input.Id, field.Find("label").GetAttribute("for"));
        Assert.Equal("Up to 128 characters.", field.Find($"#{input.GetAttribute("aria-describedby")}").TextContent);
        Assert.False(input.HasAttribute("aria-invalid"));
    }

    [Fact]
    public void An_error_replaces_the_hint_and_marks_the_control()
    {
        var field = Render<Field>(parameters => parameters.Add(f => f.Label, "Name").Add(f => f.Hint, "Up to 128 characters.").Add(f => f.Error, "This is needed.").AddChildContent<TextInput>());

        Assert.Equal("This is needed.", field.Find("[role=alert]").Words());
        Assert.Equal("true", field.Find("input").GetAttribute("aria-invalid"));
        Assert.DoesNotContain("Up to 128", field.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Typing_reports_the_text()
    {
        var text = string.Empty;
        var input = Render<TextInput>(parameters => parameters.Bind(i => i.Value, text, value => text = value));

        input.Find("input").Input("Initech");

        Assert.Equal("Initech", text);
    }

    // A component between the field and whoever keeps the text is drawn after the field. What was typed meanwhile would be overwritten by the text before it.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_is_typed_stands_before_its_owner_hands_it_down(bool isLong)
    {
        var told = string.Empty;
        IRenderedComponent<Microsoft.AspNetCore.Components.IComponent> field = isLong
            ? Render<TextArea>(parameters => parameters.Add(i => i.Value, "Ini").Add(i => i.ValueChanged, text => told = text))
            : Render<TextInput>(parameters => parameters.Add(i => i.Value, "Ini").Add(i => i.ValueChanged, text => told = text));

        field.Find("input, textarea").Input("Init");

        Assert.Equal("Init", told);
        Assert.Equal("Init", field.Find("input, textarea").GetAttribute("value"));
    }

    [Fact]
    public void The_owner_can_set_another_text_than_the_one_typed()
    {
        var input = Render<TextInput>(parameters => parameters.Add(i => i.Value, "Ini"));
        input.Find("input").Input("Init");

        input.Render(parameters => parameters.Add(i => i.Value, "Ini"));
        Assert.Equal("Ini", input.Find("input").GetAttribute("value"));
        input.Render(parameters => parameters.Add(i => i.Value, string.Empty));
        Assert.Equal(string.Empty, input.Find("input").GetAttribute("value"));
    }
}
