using System.Globalization;

namespace OrgPortal.Web.Provisioning.Files;

/// <summary>What is wrong with a file, all at once and in its order.</summary>
/// <param name="file">The file's name.</param>
/// <param name="settings">What <c>${…}</c> stands for.</param>
internal sealed class FileMistakes(string file, Func<string, string?> settings)
{
    private readonly List<(long Line, string Words)> _found = [];
    private readonly HashSet<long> _unset = [];

    /// <summary>What <c>${name}</c> stands for; nothing where it is not set.</summary>
    public string? ValueOf(string name) => settings(name) is { Length: > 0 } value ? value : null;

    public void Add(long line, string words)
    {
        if (!_unset.Contains(line))
        {
            _found.Add((line, words));
        }
    }

    /// <summary>A variable without a value. Whatever else is wrong on that line comes of it, and is not told.</summary>
    public void AddUnset(long line, string words)
    {
        if (_unset.Add(line))
        {
            _found.RemoveAll(one => one.Line == line);
        }

        _found.Add((line, words));
    }

    /// <exception cref="TenantFileException">There were mistakes.</exception>
    public void Done()
    {
        if (_found.Count > 0)
        {
            throw new TenantFileException([.. _found.OrderBy(one => one.Line).Select(one => string.Create(CultureInfo.InvariantCulture, $"{file}, line {one.Line}: {one.Words}")).Distinct()]);
        }
    }
}
