using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using OrgPortal.Web;
using OrgPortal.Web.Hosting;

namespace OrgPortal.Tests.Hosting;

/// <summary>Every mistake in the settings has a sentence that names key, value and remedy, and all of them come at once.</summary>
public sealed class SettingsTests
{
    private static readonly Dictionary<string, string?> Good = new()
    {
        ["Portal:PublicUrl"] = "https://portal.example.com",
        ["Logto:Endpoint"] = "https://logto.example.com",
        ["Logto:Web:ClientId"] = "web-id",
        ["Logto:Web:ClientSecret"] = "web-very-secret",
        ["Logto:Management:ClientId"] = "m2m-id",
        ["Logto:Management:ClientSecret"] = "m2m-very-secret",
    };

    [Theory]
    [InlineData("Data Source=/data/portal.db", "names the file '/data/portal.db', but")]
    [InlineData("Database=orgportal", "no server")]
    [InlineData("Host=db.internal", "but no database. Add Database=orgportal to it.")]
    [InlineData("hidden", "ConnectionStrings:Store cannot be read.")]
    public void A_store_in_PostgreSql_needs_a_server_and_a_database(string connection, string words)
    {
        var sentence = Assert.Single(Sentences(("Store:Provider", "PostgreSql"), ("ConnectionStrings:Store", connection)));

        Assert.Contains(words, sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Good_settings_say_nothing() => Assert.Empty(Sentences());

    [Theory]
    [InlineData("Portal:PublicUrl", null, "Portal:PublicUrl is not set. Set it to the address that people open, such as https://portal.example.com.")]
    [InlineData("Portal:PublicUrl", "portal.example.com", "Portal:PublicUrl is 'portal.example.com', which is no web address. Set it to the address that people open, such as https://portal.example.com.")]
    [InlineData("Portal:PublicUrl", "https://", "Portal:PublicUrl is 'https://', which is no web address. Set it to the address that people open, such as https://portal.example.com.")]
    [InlineData("Portal:PublicUrl", "ftp://portal.example.com", "Portal:PublicUrl is 'ftp://portal.example.com', which is no web address. Set it to the address that people open, such as https://portal.example.com.")]
    [InlineData("Portal:PublicUrl", "https://portal.example.com/portal", "Portal:PublicUrl is 'https://portal.example.com/portal', but the portal lives at the root of its host. Leave only scheme, host and port: https://portal.example.com.")]
    [InlineData("Portal:PublicUrl", "http://portal.example.com", "Portal:PublicUrl is 'http://portal.example.com', but cookies and codes must not travel over plain HTTP. Use https, or localhost for a trial.")]
    [InlineData("Portal:PublicUrl", "https://me:hidden@portal.example.com", "Portal:PublicUrl contains a user name or password. Leave only scheme, host and port.")]
    [InlineData("Portal:DataFolder", " ", "Portal:DataFolder is empty. Set it to a folder that the portal may write to, or leave the key out for App_Data.")]
    [InlineData("Portal:TrustedProxies:0", "proxy.internal", "Portal:TrustedProxies contains 'proxy.internal', which is neither an address such as 10.0.0.5 nor a network such as 10.0.0.0/8. Correct or remove it.")]
    [InlineData("Portal:Sessions:IdleTimeout", "00:01:00", "Portal:Sessions:IdleTimeout is 00:01:00. Set it to a time between 5 minutes and 180 days, such as 08:00:00 or 14.00:00:00.")]
    [InlineData("Portal:Sessions:MaximumAge", "181.00:00:00", "Portal:Sessions:MaximumAge is 181.00:00:00. Set it to a time between 5 minutes and 180 days, such as 08:00:00 or 14.00:00:00.")]
    [InlineData("Portal:Sessions:MaximumAge", "01:00:00", "Portal:Sessions:IdleTimeout is 08:00:00, longer than Portal:Sessions:MaximumAge (01:00:00). Make it shorter.")]
    [InlineData("Logto:Endpoint", null, "Logto:Endpoint is not set. Set it to Logto's address, such as https://example.logto.app; with no Logto settings at all, Development runs an embedded one.")]
    [InlineData("Logto:Endpoint", "logto.example.com", "Logto:Endpoint is 'logto.example.com', which is no web address. Set it to Logto's address, such as https://example.logto.app.")]
    [InlineData("Logto:Endpoint", "https://logto.example.com/oidc", "Logto:Endpoint is 'https://logto.example.com/oidc'. Set it to Logto's own address, without /oidc, /api or a query.")]
    [InlineData("Logto:Endpoint", "http://logto.example.com", "Logto:Endpoint is 'http://logto.example.com', but secrets and tokens must not travel over plain HTTP. Use https.")]
    [InlineData("Logto:Endpoint", "https://me:hidden@logto.example.com", "Logto:Endpoint contains a user name or password. Leave only the address.")]
    [InlineData("Logto:Web:ClientId", null, "Logto:Web:ClientId is not set. Set it to the id of a traditional web application in Logto.")]
    [InlineData("Logto:Web:ClientSecret", "", "Logto:Web:ClientSecret is not set. Set it to that application's secret.")]
    [InlineData("Logto:Management:ClientId", null, "Logto:Management:ClientId is not set. Set it to the id of a machine-to-machine application with access to the Management API.")]
    [InlineData("Logto:Management:ClientSecret", null, "Logto:Management:ClientSecret is not set. Set it to that application's secret.")]
    [InlineData("Logto:Management:ClientId", "web-id", "Logto:Web:ClientId and Logto:Management:ClientId are both 'web-id', but people and the server need an application each. Correct one of them.")]
    [InlineData("Logto:Management:Resource", "api", "Logto:Management:Resource is 'api', which is no resource indicator. Leave it out for https://default.logto.app/api, or on Logto Cloud set https://{tenant}.logto.app/api.")]
    [InlineData("Logto:Endpoint", "https://tenant1.logto.app", "Logto:Management:Resource is 'https://default.logto.app/api', but Logto:Endpoint is on Logto Cloud. Set the resource to https://tenant1.logto.app/api.")]
    [InlineData("Store:Provider", "MySql", "Store:Provider is 'MySql', which is no database of the portal's. Set it to Sqlite or PostgreSql, or leave the key out for Sqlite.")]
    [InlineData("Store:Provider", "PostgreSql", "Store:Provider is PostgreSql, but ConnectionStrings:Store is not set. Set it to something like Host=db.example.com;Database=orgportal;Username=orgportal;Password=....")]
    [InlineData("ConnectionStrings:Store", "Host=db.internal;Database=x;Password=hidden", "ConnectionStrings:Store names the server 'db.internal', but Store:Provider is Sqlite. Set Store:Provider to PostgreSql, or ConnectionStrings:Store to a file such as Data Source=/var/lib/orgportal/orgportal.db.")]
    [InlineData("ConnectionStrings:Store", "hidden", "ConnectionStrings:Store cannot be read. Set it to something like Data Source=/var/lib/orgportal/orgportal.db, or leave the key out.")]
    public void A_mistake_is_explained(string key, string? value, string sentence) => Assert.Equal([sentence], Sentences((key, value)));

    [Fact]
    public void All_mistakes_are_told_at_once_and_no_secret_is()
    {
        var sentences = Sentences(("Portal:PublicUrl", null), ("Logto:Endpoint", "nowhere"), ("Logto:Web:ClientId", null), ("Logto:Management:Resource", "api"), ("Portal:Sessions:IdleTimeout", "00:00:01"));

        Assert.Equal(5, sentences.Count);
        Assert.DoesNotContain(sentences, sentence => sentence.Contains("very-secret", StringComparison.Ordinal));
    }

    [Fact]
    public void A_setting_of_the_wrong_type_is_explained_too() =>
        Assert.Contains("'soon' at 'Portal:Sessions:IdleTimeout'", Assert.Single(Sentences(("Portal:Sessions:IdleTimeout", "soon"))), StringComparison.Ordinal);

    [Theory]
    [InlineData("http://localhost:5080")]
    [InlineData("http://127.0.0.1:8080")]
    public void A_trial_on_the_own_machine_needs_no_certificate(string url) => Assert.Empty(Sentences(("Portal:PublicUrl", url), ("Logto:Endpoint", "http://localhost:3001")));

    [Fact]
    public void Half_a_logto_in_development_is_a_mistake_and_not_a_wish_for_the_embedded_one()
    {
        var sentences = Sentences("Development", new() { ["Logto:Web:ClientId"] = "web-id" });

        Assert.Equal(4, sentences.Count);
        Assert.Contains(sentences, sentence => sentence.StartsWith("Logto:Endpoint is not set.", StringComparison.Ordinal));
    }

    [Fact]
    public void In_development_nothing_needs_to_be_set() => Assert.Empty(Sentences("Development", []));

    [Fact]
    public void In_production_nothing_is_assumed() => Assert.Equal(6, Sentences("Production", []).Count);

    [Fact]
    public void The_embedded_logto_listens_on_this_machine_only() =>
        Assert.Equal(
            ["EmbeddedLogto:Url is 'http://0.0.0.0:3001'. Set it to an http address of this machine with a port, such as http://localhost:3101."],
            Sentences("Development", new() { ["EmbeddedLogto:Url"] = "http://0.0.0.0:3001" }));

    [Fact]
    public void The_file_at_the_top_is_read_first_and_overridden_by_everything()
    {
        using var app = PortalApplication.Create(["--environment", "Production"], builder => Configure(builder, Good));

        Assert.Equal("http://localhost:5080", app.Configuration["Urls"]);
        Assert.Equal("Warning", app.Configuration["Logging:LogLevel:Microsoft.AspNetCore"]);
        using var moved = PortalApplication.Create(["--environment", "Production", "--urls", "http://localhost:5999"], builder => Configure(builder, Good));
        Assert.Equal("http://localhost:5999", moved.Configuration["Urls"]);
    }

    private static IReadOnlyList<string> Sentences(params (string Key, string? Value)[] changes)
    {
        var settings = new Dictionary<string, string?>(Good);
        foreach (var (key, value) in changes)
        {
            settings[key] = value;
        }

        return Sentences("Production", settings);
    }

    private static IReadOnlyList<string> Sentences(string environment, Dictionary<string, string?> settings)
    {
        try
        {
            using var app = PortalApplication.Create(["--environment", environment], builder => Configure(builder, settings));
            return [];
        }
        catch (Exception exception) when (Launcher.Sentences(exception) is { Count: > 0 } sentences)
        {
            return sentences;
        }
    }

    private static void Configure(WebApplicationBuilder builder, Dictionary<string, string?> settings)
    {
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(settings);
    }
}
