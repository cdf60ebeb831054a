using System.Globalization;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using OrgPortal.Tests.Support;
using OrgPortal.Web.Components;

namespace OrgPortal.Tests.Components;

public sealed class RelativeTimeTests : MudTestContext
{
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.CreateCustomTimeZone("Test/Shanghai", TimeSpan.FromHours(8), "Shanghai", "Shanghai");

    [Theory]
    [InlineData(-10, "Just now")]
    [InlineData(-60, "1 minute ago")]
    [InlineData(-59 * 60, "59 minutes ago")]
    [InlineData(-2 * 3600, "2 hours ago")]
    [InlineData(-30 * 3600, "Yesterday")]
    [InlineData(-3 * 86400, "3 days ago")]
    [InlineData(-15 * 86400, "2 weeks ago")]
    [InlineData(-65 * 86400, "2 months ago")]
    [InlineData(-800 * 86400, "14 Sep 2024")]
    [InlineData(20, "In a moment")]
    [InlineData(3 * 3600, "In 3 hours")]
    [InlineData(26 * 3600, "Tomorrow")]
    [InlineData(6 * 86400, "In 6 days")]
    public void The_distance_stands_in_words(int seconds, string expected)
    {
        Assert.Equal(expected, RenderTime(seconds).Find("time").TextContent);
    }

    [Fact]
    public void The_exact_time_carries_the_readers_zone()
    {
        var time = RenderTime(-7200, Shanghai);

        Assert.Equal("Mon 23 Nov 2026, 16:00 GMT+8", time.Find("time").GetAttribute("data-tip"));
        Assert.Equal("2026-11-23T08:00:00Z", time.Find("time").GetAttribute("datetime"));
        Assert.Equal("0", time.Find("time").GetAttribute("tabindex"));
    }

    [Fact]
    public void Without_a_known_zone_it_is_utc_and_says_so()
    {
        Assert.Equal("Mon 23 Nov 2026, 08:00 UTC", RenderTime(-7200).Find("time").GetAttribute("data-tip"));
    }

    [Fact]
    public void Yesterday_is_the_readers_yesterday()
    {
        // 25 hours before 18:00 in Shanghai is 17:00 of the day before; in UTC it is too. 33 hours are two days there.
        Assert.Equal("2 days ago", RenderTime(-43 * 3600, Shanghai).Find("time").TextContent);
        Assert.Equal("Yesterday", RenderTime(-25 * 3600, Shanghai).Find("time").TextContent);
    }

    [Fact]
    public void A_sentence_can_stand_around_it()
    {
        var time = Render<RelativeTime>(parameters => parameters.Add(t => t.Value, Clock.GetUtcNow().AddDays(3)).Add(t => t.Format, "Expires {0}"));

        Assert.Equal("Expires in 3 days", time.Find("time").TextContent);
    }

    [Fact]
    public void It_speaks_the_readers_language()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-Hans");

        var time = RenderTime(-2 * 3600);

        Assert.Equal("2 小时前", time.Find("time").TextContent);
        Assert.Equal("2026年11月23日周一 08:00 UTC", time.Find("time").GetAttribute("data-tip"));
    }

    [Fact]
    public void All_times_of_a_circuit_share_one_timer_that_ends_with_the_last()
    {
        var clock = Services.GetRequiredService<RelativeClock>();
        var first = RenderTime(-50);
        var second = RenderTime(-200);
        Assert.True(clock.IsRunning);

        Clock.Advance(TimeSpan.FromMinutes(1));
        first.WaitForAssertion(() => Assert.Equal("2 minutes ago", first.Find("time").TextContent));
        second.WaitForAssertion(() => Assert.Equal("4 minutes ago", second.Find("time").TextContent));

        first.Instance.Dispose();
        Assert.True(clock.IsRunning);
        second.Instance.Dispose();
        Assert.False(clock.IsRunning);
    }

    private IRenderedComponent<RelativeTime> RenderTime(int seconds, TimeZoneInfo? zone = null) =>
        Render<RelativeTime>(parameters =>
        {
            parameters.Add(t => t.Value, Clock.GetUtcNow().AddSeconds(seconds));
            if (zone is not null)
            {
                parameters.AddCascadingValue(zone);
            }
        });
}
