namespace OrgPortal.Web.Components;

internal static class CssClass
{
    /// <summary>The names that are there, separated by spaces.</summary>
    public static string Join(params ReadOnlySpan<string?> names)
    {
        var joined = string.Empty;
        foreach (var name in names)
        {
            if (!string.IsNullOrEmpty(name))
            {
                joined = joined.Length == 0 ? name : $"{joined} {name}";
            }
        }

        return joined;
    }

    /// <summary>The same for an attribute that is left out when no name is there.</summary>
    public static string? OrNone(params ReadOnlySpan<string?> names) => Join(names) is { Length: > 0 } joined ? joined : null;
}
