using System.Text.RegularExpressions;
using OrgPortal.Tests.Support;

namespace OrgPortal.Tests.Conventions;

/// <summary>What stands in the sources and cannot be seen in the compiled portal.</summary>
public sealed partial class SourceRuleTests
{
    /// <summary>Where every exception is caught, and why it may be.</summary>
    private static readonly Dictionary<string, string> CatchAll = new()
    {
        ["AnswerBufferingHandler.cs"] = "an answer that cannot be read is disposed of and the exception goes on",
        ["SessionEvents.cs"] = "one open page that fails harms no other",
        ["SessionWatch.cs"] = "the watch outlives a store that is away",
        ["InProcessOrganizationEvents.cs"] = "one subscriber that fails harms no other",
        ["CreationRepair.cs"] = "upkeep goes on with the next creation",
        ["AccessWatch.cs"] = "one question that goes wrong does not end the watch",
        ["ValkeyChannel.cs"] = "one handler that fails harms neither the others nor the next message",
        ["Examiner.cs"] = "a check that breaks is a line of the report and not the end of it",
        ["MainLayout.razor.cs"] = "what cannot be read when an open page is called back is not known, and the page says so",
        ["SessionTickets.cs"] = "the error page comes even without a store",
    };

    /// <summary>What a log line may be told: ids, kinds and numbers. A name, an address, a token or a secret never.</summary>
    private static readonly HashSet<string> Loggable =
        ["Count", "Reason", "Error", "Status", "Event", "RequestId", "Done", "Method", "Route", "Code"];

    /// <summary>Drawings and placeholders of our own, without a word of anybody's in them.</summary>
    private static readonly HashSet<string> SafeMarkup = ["Html.cs", "Icons.cs", "Button.razor.cs", "DataTable.razor.cs", "ReconnectModal.razor"];

    private static IEnumerable<SourceFile> Portal => SourceTree.Files("OrgPortal.Web", "*.cs", "*.razor");

    [Fact]
    public void There_are_sources_to_look_at() => Assert.True(Portal.Count() > 100);

    [Fact]
    public void Every_exception_is_caught_only_where_the_list_says_why()
    {
        var found = Portal.Where(file => AnyException().IsMatch(file.Text)).Select(file => Path.GetFileName(file.Path)).Order(StringComparer.Ordinal);

        Assert.Equal(string.Join('\n', CatchAll.Keys.Order(StringComparer.Ordinal)), string.Join('\n', found));
    }

    [Fact]
    public void Pages_catch_nothing() =>
        Assert.DoesNotContain(
            SourceTree.Files(Path.Combine("OrgPortal.Web", "Features"), "*.razor", "*.razor.cs").Where(file => Catch().IsMatch(file.Text)).Select(file => file.Name),
            _ => true);

    [Fact]
    public void Log_lines_name_no_person_no_address_and_no_secret()
    {
        var named = from file in Portal
                    from Match message in LogMessage().Matches(file.Text)
                    from Match placeholder in Placeholder().Matches(message.Groups[1].Value)
                    where !Loggable.Contains(placeholder.Groups[1].Value)
                    select $"{file.Name}: {placeholder.Value}";

        Assert.Empty(named);
    }

    [Fact]
    public void The_console_belongs_to_whoever_starts_the_portal()
    {
        string[] known = ["Terminal.cs", "Launcher.cs", "HealthProbe.cs", "EmbeddedLogto.cs"];

        Assert.DoesNotContain(Portal.Where(file => file.Text.Contains("Console.", StringComparison.Ordinal)).Select(file => Path.GetFileName(file.Path)), name => !known.Contains(name));
    }

    [Fact]
    public void Nothing_is_started_that_nobody_waits_for() =>
        Assert.DoesNotContain(Portal.Where(file => file.Text.Contains("async void", StringComparison.Ordinal)).Select(file => file.Name), _ => true);

    [Fact]
    public void No_text_of_others_becomes_markup() =>
        Assert.DoesNotContain(
            Portal.Where(file => file.Text.Contains("MarkupString", StringComparison.Ordinal) || file.Text.Contains("AddMarkupContent", StringComparison.Ordinal)).Select(file => Path.GetFileName(file.Path)),
            name => !SafeMarkup.Contains(name));

    // An interpolated string is all that Html takes, and it encodes what is put into it; these would take any text as markup.
    [Theory]
    [InlineData("Html.Handler")]
    [InlineData("AppendLiteral")]
    [InlineData("HtmlString")]
    [InlineData("HtmlFormattableString")]
    [InlineData("HtmlContentBuilder")]
    [InlineData("FormattableStringFactory")]
    [InlineData("AppendHtml")]
    public void Markup_that_is_not_encoded_is_made_in_no_other_place(string maker) =>
        Assert.DoesNotContain(Portal.Where(file => file.Text.Contains(maker, StringComparison.Ordinal)).Select(file => Path.GetFileName(file.Path)), name => name != "Html.cs");

    [Fact]
    public void Pictures_of_other_hosts_are_drawn_in_one_place()
    {
        var drawn = Portal.Where(file => Image().IsMatch(file.Text)).Select(file => Path.GetFileName(file.Path)).Order(StringComparer.Ordinal);

        // And the deployer's own logo, which the portal has.
        Assert.Equal(["Brand.razor", "RemoteImage.razor"], drawn);
    }

    // With a filter that names the types it is not every exception; a filter that names none, or all but one, is.
    [GeneratedRegex(@"catch\s*(\{|$|\(Exception( \w+)?\)(?! when \((exception is [A-Z]|IsNoAnswer|Sentences)))", RegexOptions.Multiline)]
    private static partial Regex AnyException();

    [GeneratedRegex(@"<(img|picture|image|video)\b|url\(['""]?(@|https?:)")]
    private static partial Regex Image();

    [GeneratedRegex(@"\bcatch\b\s*[({\r\n]")]
    private static partial Regex Catch();

    [GeneratedRegex("""LoggerMessage\([^\]]*?Message\s*=\s*"((?:[^"\\]|\\.)*)""", RegexOptions.Singleline)]
    private static partial Regex LogMessage();

    [GeneratedRegex(@"\{@?(\w+)[^}]*\}")]
    private static partial Regex Placeholder();
}
