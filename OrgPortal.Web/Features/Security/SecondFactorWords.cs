using System.Globalization;
using Microsoft.Extensions.Localization;
using OrgPortal.Web.Components;

namespace OrgPortal.Web.Features.Security;

/// <summary>Counts and days of second factors in words.</summary>
internal sealed class SecondFactorWords(IStringLocalizer<SecurityText> texts, TimeWords times)
{
    /// <summary>"9 of 42 have no second factor", or how far a count is.</summary>
    public string Headline(SecondFactorTally tally) => tally switch
    {
        { Seen: 0, IsRunning: true } => texts["CountBegins"],
        { State: SecondFactorCountState.Done, Without: 0 } => texts["EverybodyHasOne", Number(tally.Total)],
        { State: SecondFactorCountState.Done, Without: 1 } => texts["OneHasNone", Number(tally.Total)],
        { State: SecondFactorCountState.Done } => texts["SomeHaveNone", Number(tally.Without), Number(tally.Total)],
        { Without: 1 } => texts["OneHasNoneSoFar", Number(tally.Seen), Number(tally.Total)],
        _ => texts["SomeHaveNoneSoFar", Number(tally.Without), Number(tally.Seen), Number(tally.Total)],
    };

    /// <summary>The parts of the bar, from the start: what people have, then who has none.</summary>
    public static IReadOnlyList<BarPart> BarOf(SecondFactorTally tally) =>
        [new BarPart(tally.Others, Tone.Success), new BarPart(tally.Passkeys, Tone.Accent), new BarPart(tally.Without, Tone.Warning)];

    /// <summary>What the parts of the bar are.</summary>
    public IReadOnlyList<(string Text, Tone Tone)> LegendOf(SecondFactorTally tally) =>
    [
        .. tally.Others > 0 ? [(texts["LegendOther", Number(tally.Others)].Value, Tone.Success)] : Array.Empty<(string, Tone)>(),
        .. tally.Passkeys > 0 ? [(texts["LegendPasskey", Number(tally.Passkeys)].Value, Tone.Accent)] : Array.Empty<(string, Tone)>(),
        .. tally.Without > 0 ? [(texts["LegendNone", Number(tally.Without)].Value, Tone.Warning)] : Array.Empty<(string, Tone)>(),
    ];

    /// <summary>"14 Dec 2026".</summary>
    public string Day(DateTimeOffset from, TimeZoneInfo? zone) => times.Date(from, zone ?? TimeZoneInfo.Utc);

    /// <summary>A number as people write it.</summary>
    public static string Number(long value) => value.ToString("N0", CultureInfo.CurrentCulture);
}
