using Bunit;
using OrgPortal.Tests.Support;
using OrgPortal.Web.Features.Members;

namespace OrgPortal.Tests.Features.Members;

/// <summary>Ordering and filtering by what Logto's list cannot, wherever everybody who is found fits one page of Logto.</summary>
public sealed class MemberOrderTests : MembersPageContext
{
    [Fact]
    public async Task Everybody_found_is_ordered_before_the_page_is_cut()
    {
        for (var number = 0; number < 30; number++)
        {
            House.AddMember($"Person {29 - number:D2}", House.Member);
        }

        var page = (await House.As(House.Alice).ListAsync(House.Acme, new MemberQuery(Order: MemberOrder.NameDescending, Page: 2))).Value;

        Assert.Equal(["Person 09", "Person 08"], page.Items.Take(2).Select(row => row.Name));
        Assert.Equal((33, 2, 13), (page.TotalCount, page.Request.Number, page.Items.Count));
        Assert.Equal(1, House.Logto.Calls.CountOf(ReadsPage));
    }

    [Fact]
    public async Task People_are_found_by_standing()
    {
        House.Suspend(House.Bob);
        await House.TermsAs(House.Alice).SetAsync(House.Acme, House.Carol, House.Clock.GetUtcNow().AddDays(9));

        Assert.Equal(["Bob Birch"], await FindAsync(MemberStanding.Suspended));
        Assert.Equal(["Alice Arbor", "Carol Cedar"], await FindAsync(MemberStanding.Active));
        Assert.Equal(["Carol Cedar"], await FindAsync(MemberStanding.Ending));
    }

    [Fact]
    public async Task Who_never_signed_in_comes_before_whoever_did_long_ago()
    {
        House.Change(House.Bob, user => user with { LastSignInAt = House.Clock.GetUtcNow().AddYears(-1) });
        House.Change(House.Alice, user => user with { LastSignInAt = House.Clock.GetUtcNow() });

        Assert.Equal(["Carol Cedar", "Bob Birch", "Alice Arbor"], (await House.As(House.Alice).ListAsync(House.Acme, new MemberQuery(Order: MemberOrder.SignIn))).Value.Items.Select(row => row.Name));
    }

    [Fact]
    public void The_heads_lead_to_the_orders_and_say_which_it_is()
    {
        var page = Open("?sort=-name");

        Assert.Equal(["Carol Cedar", "Bob Birch", "Alice Arbor"], Names(page));
        var head = page.Find("th.cell-main");
        Assert.Equal("descending", head.GetAttribute("aria-sort"));
        Assert.EndsWith("/people/members", head.QuerySelector("a")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.EndsWith("?sort=role", page.FindAll("th a")[1].GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public void Among_more_than_a_hundred_nothing_is_offered_that_cannot_be_kept_and_it_says_so()
    {
        for (var number = 0; number < 120; number++)
        {
            House.AddMember($"Person {number:D3}");
        }

        var page = Open("?sort=name");

        Assert.Equal(20, Names(page).Count);
        Assert.Empty(page.FindAll("th a"));
        Assert.Contains("More than 100 people are found", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("More than 100", Open().Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void An_old_sign_in_is_asked_for_before_an_export()
    {
        var page = Open();

        page.Button("Export members").Click();
        page.MenuItem("As CSV").Click();

        Dialogs.WaitForAssertion(() => Assert.Contains("Export members", Dialogs.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain("/export", Navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public void With_a_recent_one_the_file_is_fetched_with_the_page_s_search()
    {
        User.Person = User.Person! with { AuthenticatedAt = Clock.GetUtcNow() };
        var page = Open("?q=b");

        page.Button("Export members").Click();
        page.MenuItem("As JSON Lines").Click();

        page.WaitForAssertion(() => Assert.EndsWith("/people/members/export?format=jsonl&q=b", Navigation.Uri, StringComparison.Ordinal));
    }

    private async Task<IEnumerable<string?>> FindAsync(MemberStanding standing) =>
        (await House.As(House.Alice).ListAsync(House.Acme, new MemberQuery(Standing: standing))).Value.Items.Select(row => row.Name);
}
