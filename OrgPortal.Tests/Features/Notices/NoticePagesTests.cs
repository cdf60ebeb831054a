using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrgPortal.Tests.Features.Organizations;
using OrgPortal.Tests.Support;
using OrgPortal.Web.Features.Notices;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Notices;

namespace OrgPortal.Tests.Features.Notices;

public sealed class NoticePagesTests : OrganizationPagesContext
{
    public NoticePagesTests()
    {
        Services.AddNoticePages();
        User.SignIn(House.Alice, "Alice Adams", "alice@acme.example");
    }

    public static TheoryData<string> Kinds => [.. NoticeKinds.All];

    [Fact]
    public async Task The_bell_counts_and_lists_what_was_not_read()
    {
        await TellAsync(new NoticeFacts { PersonName = "Dave Dunn" });
        var bell = Render<NoticeBell>();

        bell.Button("Notices, 1 unread").Click();

        bell.WaitForAssertion(() => Assert.Contains("Dave Dunn</bdi> accepted the invitation and is now a member", bell.Markup, StringComparison.Ordinal));
        Assert.Equal($"/organizations/{House.Acme}/people/invitations", bell.Find("a.notice").GetAttribute("href"));
    }

    [Fact]
    public async Task A_notice_that_comes_while_the_page_is_open_is_counted_at_once()
    {
        var bell = Render<NoticeBell>();
        bell.Button("Notices");

        await TellAsync(new NoticeFacts { PersonName = "Dave Dunn" });

        bell.Button("Notices, 1 unread");
    }

    [Fact]
    public async Task Somebody_elses_notice_is_not_counted()
    {
        var bell = Render<NoticeBell>();

        await Services.GetRequiredService<INotices>().TellAsync([UserId.Parse("somebodyelse")], new Notice(NoticeKinds.ImportFinished, House.Acme, NoticeFacts.None));
        await TellAsync(NoticeFacts.None);

        bell.Button("Notices, 1 unread");
    }

    [Fact]
    public async Task Following_a_notice_marks_it_as_read()
    {
        await TellAsync(new NoticeFacts { PersonName = "Dave Dunn" });
        await TellAsync(new NoticeFacts { PersonName = "Erin Els" });
        var bell = Render<NoticeBell>();
        bell.Button("Notices, 2 unread").Click();

        bell.Find("a.notice.is-unread").Click();

        bell.Button("Notices, 1 unread");
    }

    [Fact]
    public async Task All_are_marked_as_read_with_one_click()
    {
        await TellAsync(NoticeFacts.None);
        await TellAsync(NoticeFacts.None);
        var page = Render<NoticesPage>();

        page.Button("Mark all as read").Click();

        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".is-unread")));
        Assert.Equal(2, page.FindAll(".notice").Count);
    }

    [Fact]
    public void Without_notices_the_page_says_what_will_stand_there() =>
        Assert.Equal("Nothing new", Render<NoticesPage>().Find(".empty-title").TextContent);

    [Fact]
    public async Task When_Logto_does_not_answer_the_page_says_so_and_tries_again()
    {
        await TellAsync(NoticeFacts.None);
        Logto.Calls.FailNext(new LogtoUnreachableException("test"));
        var page = Render<NoticesPage>();

        page.Button("Try again").Click();

        page.WaitForAssertion(() => Assert.Single(page.FindAll(".notice")));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_has_words_in_both_languages(string kind)
    {
        foreach (var culture in new[] { "en", "zh-Hans" })
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
            var texts = Services.GetRequiredService<IStringLocalizer<NoticesText>>();

            Assert.False(texts[$"kind.{kind}"].ResourceNotFound);
            Assert.DoesNotContain(
                Services.GetRequiredService<NoticeWords>().PartsOf(new NoticeRow(1, kind, House.Acme, "Acme", NoticeFacts.None, Clock.GetUtcNow(), false, null, false), TimeZoneInfo.Utc),
                part => part.Text.Contains('{', StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Names_with_braces_stay_names()
    {
        var row = new NoticeRow(1, NoticeKinds.InvitationAccepted, House.Acme, "Acme", new NoticeFacts { PersonName = "{organization} {0}" }, Clock.GetUtcNow(), false, null, false);

        Assert.Contains(("{organization} {0}", true), Services.GetRequiredService<NoticeWords>().PartsOf(row, TimeZoneInfo.Utc));
    }

    private Task TellAsync(NoticeFacts facts) => Services.GetRequiredService<INotices>().TellAsync([House.Alice], new Notice(NoticeKinds.InvitationAccepted, House.Acme, facts));
}
