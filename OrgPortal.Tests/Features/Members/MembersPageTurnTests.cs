using Bunit;
using Microsoft.Extensions.DependencyInjection;
using OrgPortal.Tests.Support;
using OrgPortal.Web.Components;
using OrgPortal.Web.Features.Members;

namespace OrgPortal.Tests.Features.Members;

public sealed class MembersPageTurnTests : MembersPageContext
{
    private readonly CountedPictures _drawn = new();

    public MembersPageTurnTests()
    {
        Services.AddSingleton<IImageSource>(_drawn);
        House.AddPeople(38);
    }

    [Fact]
    public void The_rows_of_another_page_are_drawn_once_and_the_old_ones_not_again()
    {
        var (page, reading) = Turn();
        Assert.Equal(0, _drawn.Count);

        reading.SetResult();

        page.WaitForAssertion(() => Assert.Equal(["Dora 38"], Names(page)));
        Patience.Settle(Renderer.Dispatcher);
        Assert.Equal(1, _drawn.Count);
    }

    [Fact]
    public void Rows_that_take_long_are_announced_while_the_old_ones_stay()
    {
        var (page, reading) = Turn();
        Assert.Null(page.Find("table").GetAttribute("aria-busy"));

        Clock.Advance(PageTurn.Prompt);

        page.WaitForAssertion(() => Assert.Equal("true", page.Find("table").GetAttribute("aria-busy")));
        Assert.Equal(20, Names(page).Count);
        reading.SetResult();
        page.WaitForAssertion(() => Assert.Equal(["Dora 38"], Names(page)));
        Assert.Null(page.Find("table").GetAttribute("aria-busy"));
    }

    private (IRenderedComponent<MembersPage> Page, TaskCompletionSource Reading) Turn()
    {
        var page = Open();
        var reading = House.Logto.Calls.Hold(ReadsPage);
        _drawn.Count = 0;
        Navigation.NavigateTo(PeoplePaths.Members(House.Acme, new MemberQuery(Page: 3)));
        return (page, reading);
    }

    // Every row asks for its picture when it is drawn.
    private sealed class CountedPictures : IImageSource
    {
        public int Count { get; set; }

        public string? PathOf(string? url, ImageShape shape, bool isPublic = false)
        {
            Count++;
            return null;
        }

        public Task<bool> CanShowAsync(string? url, CancellationToken cancellationToken = default) => Task.FromResult(true);
    }
}
