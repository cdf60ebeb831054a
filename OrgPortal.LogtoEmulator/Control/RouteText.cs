namespace OrgPortal.LogtoEmulator.Control;

/// <summary>Compares paths with routes as people write them, whatever the parameters are called.</summary>
internal static class RouteText
{
    /// <summary>Whether a path is one of a route's: braces and <c>*</c> stand for one segment, <c>**</c> for the rest.</summary>
    public static bool Fits(string route, PathString path)
    {
        var wanted = Segments(route);
        var given = Segments(path.Value ?? "/");
        for (var i = 0; i < wanted.Length; i++)
        {
            if (wanted[i] == "**")
            {
                return true;
            }

            if (i >= given.Length || !(IsOpen(wanted[i]) || wanted[i].Equals(given[i], StringComparison.OrdinalIgnoreCase)))
            {
                return false;
            }
        }

        return wanted.Length == given.Length;
    }

    /// <summary>Whether two routes are the same but for the names of their parameters.</summary>
    public static bool Same(string one, string other) =>
        Segments(one).Select(Shape).SequenceEqual(Segments(other).Select(Shape), StringComparer.OrdinalIgnoreCase);

    private static string Shape(string segment) => IsOpen(segment) ? "{}" : segment;

    private static bool IsOpen(string segment) => segment == "*" || (segment.StartsWith('{') && segment.EndsWith('}'));

    private static string[] Segments(string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries);
}
