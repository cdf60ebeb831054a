using System.Text.RegularExpressions;
using OrgPortal.Tests.Support;

namespace OrgPortal.Tests.Conventions;

/// <summary>A threat model that names tests which do not exist proves nothing.</summary>
public sealed partial class ThreatModelTests
{
    private static readonly string Document = File.ReadAllText(Path.Combine(SourceTree.Root, "docs", "threat-model.md"));

    [Fact]
    public void Every_test_that_the_threat_model_names_exists()
    {
        var tests = typeof(ThreatModelTests).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods().Where(method => method.IsDefined(typeof(FactAttribute), inherit: true)).Select(method => $"{type.Name}.{method.Name}"))
            .ToHashSet(StringComparer.Ordinal);
        var named = TestName().Matches(Document).Select(match => match.Groups[1].Value).ToList();

        Assert.True(named.Count > 60, "There are more tests than that.");
        Assert.DoesNotContain(named, name => !tests.Contains(name));
    }

    [Fact]
    public void Every_threat_has_a_test_or_says_that_it_has_none_yet()
    {
        var threats = Document.Split('\n').Where(line => ThreatRow().IsMatch(line)).ToList();

        Assert.True(threats.Count > 40, "There are more threats than that.");
        Assert.DoesNotContain(threats, row => !TestName().IsMatch(row) && !row.Contains("TODO(tests)", StringComparison.Ordinal));
        Assert.Equal(threats.Count, threats.Select(row => row.Split('|')[1].Trim()).Distinct().Count());
    }

    [GeneratedRegex(@"`([A-Z]\w*(?:Tests|Properties)\.\w+)`")]
    private static partial Regex TestName();

    [GeneratedRegex(@"^\| T\d+ \|")]
    private static partial Regex ThreatRow();
}
