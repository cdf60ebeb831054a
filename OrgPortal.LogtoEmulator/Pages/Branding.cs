using System.Text.Json;
using System.Text.RegularExpressions;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.Pages;

/// <summary>What an organization may change about the sign-in pages when an application names it.</summary>
internal static partial class Branding
{
    public static Markup Logo(Organization? organization) =>
        organization is not null && Text(organization.Branding, "logoUrl") is { } url
            ? (Markup)$"<img class=\"logo\" src=\"{url}\" alt=\"{organization.Name}\">"
            : Markup.None;

    /// <summary>The organization's colour and its own rules, which cannot leave the style element.</summary>
    public static Markup Css(Organization? organization)
    {
        var css = new Markup(0, 0);
        if (organization is not null && Text(organization.Color, "primaryColor") is { } color && Hex().IsMatch(color))
        {
            css.AppendLiteral($":root {{ --accent: {color}; --accent-text: {color} }}");
        }

        css.AppendLiteral((organization?.CustomCss ?? "").Replace("<", "\\3c ", StringComparison.Ordinal));
        return css;
    }

    private static string? Text(JsonElement column, string name) =>
        column.ValueKind is JsonValueKind.Object && column.TryGetProperty(name, out var value) ? value.GetString() : null;

    [GeneratedRegex("^#(?:[0-9a-fA-F]{3}){1,2}$")]
    private static partial Regex Hex();
}
