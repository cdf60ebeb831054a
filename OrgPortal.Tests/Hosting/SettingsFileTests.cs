using Microsoft.Extensions.Configuration;
using OrgPortal.Web.Hosting;

namespace OrgPortal.Tests.Hosting;

public sealed class SettingsFileTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"orgportal-{Guid.NewGuid():N}.json");

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void A_settings_file_comes_after_the_base_settings_and_before_everything_else()
    {
        File.WriteAllText(_path, """{ "Logto": { "Web": { "ClientId": "of the file", "ClientSecret": "secret" } }, "Base": "of the file" }""");
        var configuration = Configuration(("Logto:Web:ClientId", "of the environment"));

        SettingsFile.AddTo(configuration);

        Assert.Equal(("of the environment", "secret", "of the file"), (configuration["Logto:Web:ClientId"], configuration["Logto:Web:ClientSecret"], configuration["Base"]));
    }

    [Fact]
    public void A_settings_file_that_is_not_there_is_a_reason_not_to_start()
    {
        var refused = Assert.Throws<StartException>(() => SettingsFile.AddTo(Configuration()));

        Assert.Contains($"SettingsFile is '{_path}', and there is no such file.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_one_nothing_changes()
    {
        var configuration = new ConfigurationManager();
        var before = configuration.Sources.Count;

        SettingsFile.AddTo(configuration);

        Assert.Equal(before, configuration.Sources.Count);
    }

    private ConfigurationManager Configuration(params (string Key, string Value)[] environment)
    {
        var configuration = new ConfigurationManager();
        configuration.Sources.Clear();
        configuration.AddInMemoryCollection([KeyValuePair.Create<string, string?>("Base", "of the base")]);
        configuration.AddInMemoryCollection([KeyValuePair.Create<string, string?>("SettingsFile", _path), .. environment.Select(one => KeyValuePair.Create<string, string?>(one.Key, one.Value))]);
        return configuration;
    }
}
