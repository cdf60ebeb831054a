namespace OrgPortal.Web.Commands;

/// <summary>Settings on the command line, in the shapes that .NET's configuration reads: <c>--Key value</c>, <c>--Key=value</c>, <c>/Key value</c>, <c>Key=value</c>.</summary>
internal static class ConfigurationSwitches
{
    /// <summary>Whether this can only be the name of a command.</summary>
    public static bool IsWord(string argument) => argument.Length > 0 && argument[0] is not ('-' or '/' or '[') && !argument.Contains('=', StringComparison.Ordinal);

    /// <summary>Configuration ignores what it does not understand, and a mistyped option would do the same in silence.</summary>
    /// <param name="arguments">What is left after the options of the command.</param>
    /// <returns>A sentence for each argument that is no setting.</returns>
    public static IEnumerable<string> Refuse(IReadOnlyList<string> arguments)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            if (IsWord(arguments[i]))
            {
                yield return $"'{arguments[i]}' is not understood.";
            }
            else if (!arguments[i].Contains('=', StringComparison.Ordinal) && ++i == arguments.Count)
            {
                yield return $"'{arguments[i - 1]}' is no option of this command, and a setting needs a value.";
            }
        }
    }
}
