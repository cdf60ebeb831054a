using OrgPortal.Web.Components;

namespace OrgPortal.Web.Features.Overview;

/// <summary>
/// How many members there were day by day: from those there are now backwards, by who came and went since. It begins where the portal's knowledge begins. What
/// happened past the portal without Logto telling of it makes the past wrong by as many, never the present.
/// </summary>
/// <param name="Points">From the oldest to now; at least one.</param>
/// <param name="KnownSince">Since when anything is known; <see langword="null"/> when that is longer ago than is shown.</param>
/// <param name="Came">How many came within the line.</param>
/// <param name="Went">How many went.</param>
public sealed record MemberLine(IReadOnlyList<ChartPoint> Points, DateTimeOffset? KnownSince, int Came, int Went)
{
    /// <summary>The line; <see langword="null"/> where nothing is known of the members.</summary>
    public static MemberLine? Of(OrganizationOverview overview)
    {
        if (overview is not { People.Value.Count: { } count, Movements.Value: { } movements })
        {
            return null;
        }

        var now = movements.At;
        var days = movements.KnownSince is { } since ? Math.Clamp((int)(now - since).TotalDays, 0, IOrganizationOverviewService.Days) : 0;
        var byAge = movements.Days.ToDictionary(day => day.Age);
        var points = new List<ChartPoint>(days + 1) { new(now, count) };
        long members = count;
        for (var age = 0; age < days; age++)
        {
            members -= byAge.TryGetValue(age, out var day) ? day.Came - day.Went : 0;
            points.Add(new ChartPoint(now.AddDays(-age - 1), Math.Max(0, members)));
        }

        points.Reverse();
        var within = movements.Days.Where(day => day.Age < days).ToList();
        return new MemberLine(points, days < IOrganizationOverviewService.Days ? movements.KnownSince : null, within.Sum(day => day.Came), within.Sum(day => day.Went));
    }
}
