using System.Globalization;
using Microsoft.Extensions.Localization;

namespace OrgPortal.Web.Components;

/// <summary>Points in time in words, in the current language and the reader's time zone.</summary>
internal sealed class TimeWords(IStringLocalizer<ComponentsText> texts)
{
    /// <summary>"2 hours ago", "in 3 days", "yesterday", "14 Jan 2024".</summary>
    public string Relative(DateTimeOffset moment, DateTimeOffset now, TimeZoneInfo zone)
    {
        var distance = (moment - now).Duration();
        var ahead = moment > now;
        var days = Math.Abs((TimeZoneInfo.ConvertTime(moment, zone).Date - TimeZoneInfo.ConvertTime(now, zone).Date).Days);

        return distance switch
        {
            { TotalSeconds: < 45 } => texts[ahead ? "InAMoment" : "JustNow"],
            { TotalMinutes: < 59.5 } => Counted(distance.TotalMinutes, ahead, "Minute"),
            { TotalHours: < 23.5 } => Counted(distance.TotalHours, ahead, "Hour"),
            _ when days <= 1 => texts[ahead ? "Tomorrow" : "Yesterday"],
            _ when days < 14 => Counted(days, ahead, "Day"),
            _ when days < 60 => Counted(days / 7, ahead, "Week"),
            _ when days < 365 => Counted(days / 30, ahead, "Month"),
            _ => Date(moment, zone),
        };
    }

    /// <summary>"14 Jan 2024".</summary>
    public string Date(DateTimeOffset moment, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(moment, zone).ToString(texts["DateFormat"], CultureInfo.CurrentCulture);

    /// <summary>"Thu 26 Nov 2026, 09:30 GMT+8".</summary>
    public string Exact(DateTimeOffset moment, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(moment, zone);
        return $"{local.ToString(texts["ExactFormat"], CultureInfo.CurrentCulture)} {Offset(local.Offset)}";
    }

    private static string Offset(TimeSpan offset)
    {
        if (offset == TimeSpan.Zero)
        {
            return "UTC";
        }

        var sign = offset < TimeSpan.Zero ? '-' : '+';
        var minutes = offset.Minutes == 0 ? string.Empty : $":{Math.Abs(offset.Minutes):00}";
        return string.Create(CultureInfo.InvariantCulture, $"GMT{sign}{Math.Abs(offset.Hours)}{minutes}");
    }

    private string Counted(double amount, bool ahead, string unit)
    {
        var count = Math.Max(1, (int)Math.Round(amount));
        return texts[$"{(ahead ? "In" : string.Empty)}{unit}{(count == 1 ? string.Empty : "s")}{(ahead ? string.Empty : "Ago")}", count];
    }
}
