using System.Text.RegularExpressions;

namespace OrgPortal.Web.Provisioning.Files;

/// <summary>
/// <c>${Name}</c> in a value stands for a setting of the portal, of whatever source: <c>${Portal:PublicUrl}</c>, or an environment variable.
/// <c>${Name:-default}</c> does without it. <c>$${</c> is the text <c>${</c>.
/// </summary>
internal static partial class FileVariables
{
    public static string Fill(string text, long line, FileMistakes mistakes) => Variable().Replace(text, match =>
    {
        if (match.Value[1] == '$')
        {
            return "${";
        }

        var (name, end) = (match.Groups["name"].Value.Trim(), match.Groups["default"]);
        if (mistakes.ValueOf(name) is { } value)
        {
            return value;
        }

        if (!end.Success)
        {
            mistakes.AddUnset(line, name.Length == 0
                ? "'${}' names no setting. Write ${Portal:PublicUrl}, for example."
                : $"${{{name}}} has no value. Set {name} in the settings or the environment, or write ${{{name}:-…}} with what to take without it.");
        }

        return end.Value;
    });

    [GeneratedRegex(@"\$\$\{|\$\{(?<name>(?:(?!:-)[^}])*)(?::-(?<default>[^}]*))?\}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Variable();
}
