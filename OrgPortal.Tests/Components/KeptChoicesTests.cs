using Microsoft.Extensions.DependencyInjection;
using OrgPortal.Tests.Support;
using OrgPortal.Web.Components;

namespace OrgPortal.Tests.Components;

public sealed class KeptChoicesTests : MudTestContext
{
    private KeptChoices Choices => Services.GetRequiredService<KeptChoices>();

    private string Cookie => JSInterop.Invocations["orgPortal.keep"][^1].Arguments[1]!.ToString()!;

    [Fact]
    public async Task A_choice_is_kept_by_what_it_is_about_and_names_nothing()
    {
        await Choices.KeepAsync(false, "checklist", "acme", "alice");
        await Choices.KeepAsync(true, "checklist", "acme", "bob");

        Choices.Begin(Cookie);

        Assert.Equal((false, true, (bool?)null), (Choices.Of("checklist", "acme", "alice"), Choices.Of("checklist", "acme", "bob"), Choices.Of("checklist", "acme")));
        Assert.DoesNotContain("acme", Cookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_cookie_stays_small_and_the_newest_choices_in_it()
    {
        for (var i = 0; i < 50; i++)
        {
            await Choices.KeepAsync(true, "checklist", $"organization {i}");
        }

        Assert.InRange(Cookie.Length, 100, 600);
        Choices.Begin(Cookie);
        Assert.Equal((true, null), (Choices.Of("checklist", "organization 49"), Choices.Of("checklist", "organization 0")));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("000000000000")]
    [InlineData("00000000000X1.0000000000002.....")]
    public async Task What_cannot_be_read_is_nothing(string? cookie)
    {
        Choices.Begin(cookie);
        Assert.Null(Choices.Of("checklist"));

        await Choices.KeepAsync(true, "checklist");
        Assert.Equal(13, Cookie.Length);
    }
}
