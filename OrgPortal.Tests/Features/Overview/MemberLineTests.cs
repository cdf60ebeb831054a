using OrgPortal.Web.Components;
using OrgPortal.Web.Features.Audit;
using OrgPortal.Web.Features.Overview;

namespace OrgPortal.Tests.Features.Overview;

public sealed class MemberLineTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void It_goes_back_from_now_by_who_came_and_went()
    {
        var line = Line(7, 4.5, new DayOfMovements(0, 2, 0), new DayOfMovements(2, 1, 3))!;

        Assert.Equal([7, 7, 5, 5, 7], line.Points.Select(point => point.Value));
        Assert.Equal(Enumerable.Range(0, 5).Select(age => Now.AddDays(age - 4)), line.Points.Select(point => point.At));
        Assert.Equal((3, 3, Now.AddDays(-4.5)), (line.Came, line.Went, line.KnownSince));
    }

    [Fact]
    public void It_begins_where_the_records_begin_and_what_was_before_is_not_told()
    {
        var line = Line(1, 1.2, new DayOfMovements(1, 1, 0))!;

        Assert.Equal([1, 1], line.Points.Select(point => point.Value));
        Assert.Equal(0, line.Came);
    }

    [Fact]
    public void Longer_than_it_is_shown_needs_no_beginning()
    {
        var line = Line(3, 400)!;

        Assert.Equal(IOrganizationOverviewService.Days + 1, line.Points.Count);
        Assert.Null(line.KnownSince);
    }

    [Fact]
    public void Nobody_is_ever_less_than_nobody() => Assert.Equal([0, 2], Line(2, 1.5, new DayOfMovements(0, 5, 0))!.Points.Select(point => point.Value));

    [Fact]
    public void Without_a_number_of_today_there_is_none() => Assert.Null(Line(null, 10));

    [Theory]
    [InlineData(0, 0, 0, 2)]
    [InlineData(1, 1, 0, 2)]
    [InlineData(4, 4, 3, 5)]
    [InlineData(2, 12, 0, 14)]
    [InlineData(95, 100, 90, 102)]
    public void The_scale_has_whole_numbers_and_room_for_every_value(long least, long most, long low, long high)
    {
        var scale = ChartScale.For([new ChartPoint(Now, least), new ChartPoint(Now, most)]);

        Assert.Equal((low, high), (scale.Low, scale.High));
        Assert.Equal(0, (scale.High - scale.Low) % 2);
        Assert.InRange(scale.Depth(most), 0, 100);
        Assert.InRange(scale.Depth(least), 0, 100);
    }

    private static MemberLine? Line(int? count, double knownForDays, params DayOfMovements[] days) => MemberLine.Of(new OrganizationOverview(
        People: new OverviewPart<OverviewPeople>(new OverviewPeople(count, 1, false), false),
        Movements: new OverviewPart<MovementCounts>(new MovementCounts(Now, Now.AddDays(-knownForDays), days), false)));
}
