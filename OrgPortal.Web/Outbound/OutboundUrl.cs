using System.Globalization;

namespace OrgPortal.Web.Outbound;

/// <summary>Reads what somebody else wrote as an address.</summary>
internal static class OutboundUrl
{
    /// <summary>Characters.</summary>
    public const int Longest = 2048;

    /// <summary>An absolute address, or nothing. <see cref="Uri"/> breaks on some texts with marks that turn the direction, instead of refusing them.</summary>
    public static Uri? Parse(string? text) =>
        text is { Length: > 0 and <= Longest } && !text.Any(c => char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.Control || char.IsSurrogate(c))
            && Uri.TryCreate(text, UriKind.Absolute, out var url) ? url : null;
}
