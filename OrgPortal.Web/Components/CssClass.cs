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
}
