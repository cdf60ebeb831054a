using System.Globalization;

namespace OrgPortal.Web.Features.Domains;

/// <summary>
/// Under which names anybody can register one: the list of publicsuffix.org, with its rules for wildcards and exceptions. A top level that the
/// list does not know counts as one.
/// </summary>
internal sealed class PublicSuffixes
{
    private static readonly IdnMapping Mapping = new();

    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _wildcards = new(StringComparer.Ordinal);
    private readonly HashSet<string> _exceptions = new(StringComparer.Ordinal);

    /// <summary>Reads a list in the format of publicsuffix.org.</summary>
    public PublicSuffixes(TextReader list)
    {
        while (list.ReadLine() is { } line)
        {
            // A rule ends with the first space; what begins with // is a comment.
            var rule = line.Split(' ', '\t')[0];
            if (rule.Length == 0 || rule.StartsWith("//", StringComparison.Ordinal))
            {
                continue;
            }

            var (set, name) = rule[0] switch
            {
                '!' => (_exceptions, rule[1..]),
                '*' when rule.StartsWith("*.", StringComparison.Ordinal) => (_wildcards, rule[2..]),
                _ => (_names, rule),
            };
            set.Add(Mapping.GetAscii(name));
        }
    }

    /// <summary>Whether the list has any rule: an empty file protects nobody.</summary>
    public bool IsEmpty => _names.Count == 0;

    /// <summary>Whether the domain is no organization's, because people register theirs below it.</summary>
    public bool Contains(DomainName domain)
    {
        var name = domain.Value;
        if (_exceptions.Contains(name))
        {
            return false;
        }

        var dot = name.IndexOf('.', StringComparison.Ordinal);
        return dot < 0 || _names.Contains(name) || _wildcards.Contains(name[(dot + 1)..]);
    }
}
