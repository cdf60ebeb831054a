using Bunit;
using OrgPortal.Tests.Support;
using OrgPortal.Web.Components;

namespace OrgPortal.Tests.Components;

public sealed class PagerTests : MudTestContext
{
    [Fact]
    public void The_first_page_leads_on_only()
    {
        var pager = RenderPager(page: 1, total: 42);

        Assert.Equal("1–20 of 42", pager.Find("[role=status]").Words());
        Assert.Equal("/members?page=2", pager.Find("a").GetAttribute("href"));
        Assert.True(pager.Button("Previous").HasAttribute("disabled"));
    }

    [Fact]
    public void The_last_page_leads_back_only()
    {
        var pager = RenderPager(page: 3, total: 42);

        Assert.Equal("41–42 of 42", pager.Find("[role=status]").Words());
        Assert.Equal("/members?page=2", pager.Find("a").GetAttribute("href"));
        Assert.True(pager.Button("Next").HasAttribute("disabled"));
    }

    [Fact]
    public void One_page_needs_no_steps()
    {
        var pager = RenderPager(page: 1, total: 7);

        Assert.Equal("1–7 of 7", pager.Find("[role=status]").Words());
        Assert.Empty(pager.FindAll("nav"));
    }

    [Fact]
    public void Big_numbers_are_grouped()
    {
        Assert.Equal("1–20 of 11,000", RenderPager(page: 1, total: 11000).Find("[role=status]").Words());
    }

    private IRenderedComponent<Pager> RenderPager(int page, long total) =>
        Render<Pager>(parameters => parameters.Add(p => p.Page, page).Add(p => p.PageSize, 20).Add(p => p.Total, total).Add(p => p.Href, number => $"/members?page={number}"));
}
