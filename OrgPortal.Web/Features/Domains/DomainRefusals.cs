using Microsoft.Extensions.Options;

namespace OrgPortal.Web.Features.Domains;

/// <summary>Which domains no organization can have: those below which anybody registers, and those of which anybody gets an address.</summary>
internal sealed class DomainRefusals
{
    private readonly PublicSuffixes _suffixes;
    private readonly HashSet<string> _providers;

    public DomainRefusals(IOptions<DomainOptions> options)
    {
        using var suffixes = Open(options.Value.PublicSuffixFile, "public_suffix_list.dat");
        using var providers = Open(null, "mail_providers.txt");
        _suffixes = new PublicSuffixes(suffixes);
        _providers = [.. Lines(providers).Concat(options.Value.Refused).Select(line => DomainName.TryParse(line, out var domain) ? domain.Value : string.Empty)];
    }

    /// <summary>Why, in snake_case: <c>public_suffix</c> or <c>public_mail_provider</c>; <see langword="null"/> for a domain that an organization can have.</summary>
    public string? ReasonFor(DomainName domain) =>
        IsOfProvider(domain.Value) ? "public_mail_provider" : _suffixes.Contains(domain) ? "public_suffix" : null;

    private bool IsOfProvider(string name)
    {
        for (var rest = name; ;)
        {
            if (_providers.Contains(rest))
            {
                return true;
            }

            var dot = rest.IndexOf('.', StringComparison.Ordinal);
            if (dot < 0)
            {
                return false;
            }

            rest = rest[(dot + 1)..];
        }
    }

    private static IEnumerable<string> Lines(TextReader reader)
    {
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line;
            }
        }
    }

    private static StreamReader Open(string? file, string resource) => file is not null
        ? new StreamReader(file)
        : new StreamReader(typeof(DomainRefusals).Assembly.GetManifestResourceStream($"{typeof(DomainRefusals).Namespace}.{resource}")!);
}
