using System.Globalization;
using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Audit;

/// <summary>Which records to show; as it stands in the URL.</summary>
/// <param name="Actor">Only what this person did or tried to do.</param>
/// <param name="Action">Only acts of this kind, from <c>AuditActions</c>.</param>
/// <param name="Outcome">Only acts that ended so, from <c>AuditOutcomes</c>.</param>
/// <param name="From">From the beginning of this day, UTC.</param>
/// <param name="To">Until the end of this day, UTC.</param>
/// <param name="Text">Part of the target's name or id, in any case; at most <see cref="MaxText"/> characters count.</param>
public sealed record AuditFilter(UserId? Actor = null, string? Action = null, string? Outcome = null, DateOnly? From = null, DateOnly? To = null, string? Text = null)
{
    /// <summary>The longest text.</summary>
    public const int MaxText = 128;

    private const string DayFormat = "yyyy-MM-dd";

    /// <summary>Whether anything is left out.</summary>
    public bool IsActive => this != new AuditFilter();

    /// <summary>Reads what stands in a URL; what cannot be read counts as left out.</summary>
    public static AuditFilter Parse(string? who, string? action, string? result, string? from, string? to, string? text) => new(
        UserId.TryParse(who, null, out var actor) ? actor : null,
        Word(action),
        Word(result),
        Day(from),
        Day(to),
        string.IsNullOrWhiteSpace(text) ? null : text.Trim() is { Length: > MaxText } longer ? longer[..MaxText] : text.Trim());

    /// <summary>The day as a URL and a date field write it.</summary>
    public static string? Write(DateOnly? day) => day?.ToString(DayFormat, CultureInfo.InvariantCulture);

    /// <summary>The day that a URL or a date field names.</summary>
    public static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year < 9999 ? day : null;

    // A word that the trail cannot hold finds nothing anyway; it must only not do harm.
    private static string? Word(string? text) => text is { Length: > 0 and <= 64 } && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_') ? text : null;
}
