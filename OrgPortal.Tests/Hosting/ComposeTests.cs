using System.Text.RegularExpressions;
using OrgPortal.Tests.Provisioning;
using OrgPortal.Tests.Support;
using YamlDotNet.RepresentationModel;

namespace OrgPortal.Tests.Hosting;

/// <summary>What of the compose files can be checked without a container engine: their form, and that they fit the portal.</summary>
public sealed partial class ComposeTests
{
    private static readonly string[] ServiceKeys =
    [
        "build", "cap_drop", "command", "configs", "depends_on", "entrypoint", "environment", "healthcheck", "image", "network_mode", "ports", "read_only", "restart",
        "security_opt", "tmpfs", "volumes",
    ];

    private static readonly string[] Conditions = ["service_healthy", "service_completed_successfully"];

    /// <summary>Settings and variables of the portal, beside those that the shipped file asks for.</summary>
    private static readonly string[] Settings =
    [
        "SettingsFile", "Logto:Endpoint", "Logto:Web:ClientId", "Logto:Web:ClientSecret", "Logto:Management:ClientId", "Logto:Management:ClientSecret", "Logto:Management:Resource",
        "Logto:Management:TokenEndpoint", "Portal:PublicUrl", "Portal:TrustedProxies:0", "Store:Provider", "ConnectionStrings:Store", "ConnectionStrings:Valkey",
    ];

    public static TheoryData<string> Files => new("compose.yaml", "compose.portal.yaml");

    [Theory]
    [MemberData(nameof(Files))]
    public void Services_have_known_keys_and_pinned_images(string file)
    {
        foreach (var (name, service) in Services(file))
        {
            Assert.All(Names(service), key => Assert.Contains(key, ServiceKeys));
            var image = ((YamlScalarNode)service["image"]).Value!;
            Assert.True(image == "orgportal" || Pinned().IsMatch(image), $"{file}: the image of {name}, {image}, is not pinned.");
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void What_services_name_is_there(string file)
    {
        var root = Root(file);
        var services = Services(file);
        foreach (var (name, service) in services)
        {
            if (Find(service, "depends_on") is YamlMappingNode needed)
            {
                Assert.All(needed.Children, one =>
                {
                    Assert.Contains(((YamlScalarNode)one.Key).Value!, services.Keys);
                    var condition = ((YamlScalarNode)((YamlMappingNode)one.Value)["condition"]).Value!;
                    Assert.Contains(condition, Conditions);
                    Assert.True(condition != "service_healthy" || Find(services[((YamlScalarNode)one.Key).Value!], "healthcheck") is not null, $"{name} waits for a health that nobody checks.");
                });
            }

            if (Find(service, "network_mode") is YamlScalarNode { Value: { } network })
            {
                Assert.Contains(network["service:".Length..], services.Keys);
                // Whoever shares a network publishes nothing of its own.
                Assert.Null(Find(service, "ports"));
            }

            Assert.All(Texts(service, "volumes"), volume => Assert.Contains(volume.Split(':')[0], Names((YamlMappingNode)root["volumes"])));
            Assert.All(Texts(service, "ports"), port => Assert.StartsWith("127.0.0.1:", port, StringComparison.Ordinal));
        }

        Assert.All(Names((YamlMappingNode)root["volumes"]), volume => Assert.Contains(services.Values, service => Texts(service, "volumes").Any(one => one.StartsWith(volume + ":", StringComparison.Ordinal))));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void The_portal_is_told_only_what_it_knows(string file)
    {
        var asked = Variable().Matches(File.ReadAllText(BareTenant.ShippedFile)).Select(match => match.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        var told = Services(file).Values.Where(service => ((YamlScalarNode)service["image"]).Value == "orgportal").SelectMany(service => Names((YamlMappingNode)service["environment"]));

        Assert.All(told, key => Assert.True(Settings.Contains(key.Replace("__", ":", StringComparison.Ordinal)) || asked.Contains(key), $"{file}: nobody reads {key}."));
    }

    [Fact]
    public void The_tenant_is_set_up_before_the_portal_starts_and_with_what_it_reads()
    {
        var services = Services("compose.yaml");

        Assert.NotNull(((YamlMappingNode)services["portal"]["depends_on"])["provision"]);
        var command = Texts(services["provision"], "command").ToArray();
        Assert.Equal(["provision", "--apply", "--credentials"], command[..^1]);
        Assert.Equal(command[^1], ((YamlScalarNode)services["portal"]["environment"]["SettingsFile"]).Value);
        Assert.Contains("tenant.yaml", File.ReadAllText(Path.Combine(SourceTree.Root, "Dockerfile")), StringComparison.Ordinal);
    }

    private static YamlMappingNode Root(string file)
    {
        var yaml = new YamlStream();
        using var text = File.OpenText(Path.Combine(SourceTree.Root, file));
        yaml.Load(text);
        return (YamlMappingNode)Assert.Single(yaml.Documents).RootNode;
    }

    private static Dictionary<string, YamlMappingNode> Services(string file) =>
        ((YamlMappingNode)Root(file)["services"]).Children.ToDictionary(pair => ((YamlScalarNode)pair.Key).Value!, pair => (YamlMappingNode)pair.Value);

    private static YamlNode? Find(YamlMappingNode node, string key) => node.Children.FirstOrDefault(pair => ((YamlScalarNode)pair.Key).Value == key).Value;

    private static IEnumerable<string> Names(YamlMappingNode node) => node.Children.Keys.Select(key => ((YamlScalarNode)key).Value!);

    private static IEnumerable<string> Texts(YamlMappingNode node, string key) => Find(node, key) is YamlSequenceNode list ? list.OfType<YamlScalarNode>().Select(one => one.Value!) : [];

    [GeneratedRegex(@"^[a-z0-9./-]+:v?\d+\.\d+(\.\d+)?(-[a-z0-9.]+)?$")]
    private static partial Regex Pinned();

    [GeneratedRegex(@"\$\{([A-Za-z0-9_:]+?)(?::-[^}]*)?\}")]
    private static partial Regex Variable();
}
