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
}
