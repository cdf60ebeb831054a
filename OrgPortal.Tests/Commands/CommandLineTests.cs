using System.CommandLine;
using OrgPortal.Web.Commands;

namespace OrgPortal.Tests.Commands;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    public async Task Help_lists_every_command(string flag)
    {
        var (code, words) = await RunAsync(flag);

        Assert.Equal(0, code);
        Assert.Contains("audit", words, StringComparison.Ordinal);
        Assert.Contains("--Key value", words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("audit", "verify", "--help")]
    [InlineData("audit", "verify", "--Key", "value", "--help")]
    public async Task A_command_tells_of_its_options(params string[] args)
    {
        var (code, words) = await RunAsync(args);

        Assert.Equal(0, code);
        Assert.Contains("--expect <sequence:hash>", words, StringComparison.Ordinal);
        Assert.DoesNotContain("additional", words, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Version_is_the_programs()
    {
        var (code, words) = await RunAsync("--version");

        Assert.Equal(0, code);
        Assert.Matches(@"^\d+\.\d+\.\d+", words);
    }

    [Fact]
    public async Task A_mistyped_command_does_not_start_the_portal()
    {
        var (code, words) = await RunAsync("docter");

        Assert.Equal(2, code);
        Assert.Contains("'docter' is not understood.", words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--Key", "value")]
    [InlineData("--Key:Sub=value")]
    [InlineData("/Key", "value", "Key=value")]
    [InlineData("--Key", "a=b", "--Other", "@file")]
    public void Settings_are_accepted(params string[] arguments) => Assert.Empty(ConfigurationSwitches.Refuse(arguments));

    [Theory]
    [InlineData("--jsn")]
    [InlineData("--Key", "value", "word")]
    [InlineData("--Key", "value", "--lonely")]
    public void What_is_no_setting_is_named(params string[] arguments) =>
        Assert.Contains($"'{arguments[^1]}'", Assert.Single(ConfigurationSwitches.Refuse(arguments)), StringComparison.Ordinal);

    private static async Task<(int Code, string Words)> RunAsync(params string[] args)
    {
        using var words = new StringWriter();
        var code = await CommandLine.RunAsync(args, new InvocationConfiguration { Output = words, Error = words });
        return (code, words.ToString());
    }
}
