namespace OrgPortal.Web.Commands;

/// <summary>What the place a command writes to can show.</summary>
internal static class Terminal
{
    /// <summary>Whether colours are seen there: not in files and pipes, and not where <c>NO_COLOR</c> (no-color.org) or a terminal without colours says so.</summary>
    public static bool TakesColors(TextWriter output) =>
        ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected
        && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("TERM") != "dumb";
}
