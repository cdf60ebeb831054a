using System.Globalization;

namespace OrgPortal.Web.Features.Audit;

/// <summary>A place in the trail, newest first: behind it a page goes on.</summary>
/// <param name="AtMilliseconds">The time of the record there, Unix milliseconds.</param>
/// <param name="Sequence">Its place in the chain.</param>
public readonly record struct AuditPosition(long AtMilliseconds, long Sequence)
{
    /// <summary>As it stands in a URL.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{AtMilliseconds}-{Sequence}");

    /// <summary>Reads what stands in a URL.</summary>
    public static AuditPosition? Parse(string? text) =>
        text?.Split('-') is [var at, var place]
        && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds) && milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
        && long.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
            ? new AuditPosition(milliseconds, sequence)
            : null;
}
