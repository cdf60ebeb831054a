using System.Text.Json;
using OrgPortal.Tests.Support;

namespace OrgPortal.Tests.Api;

/// <summary><c>docs/openapi.json</c> is what the portal serves: a change of the API is a diff that a reviewer sees. With <c>ORGPORTAL_ACCEPT=1</c> it is written anew.</summary>
public sealed class OpenApiTests
{
    private static readonly string File = Path.Combine(SourceTree.Root, "docs", "openapi.json");

    [Fact]
    public async Task The_description_in_the_repository_is_the_one_that_is_served()
    {
        await using var portal = await PortalFactory.StartAsync();
        using var client = portal.CreateClient();
        var served = await client.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative));

        if (Environment.GetEnvironmentVariable("ORGPORTAL_ACCEPT") == "1")
        {
            await System.IO.File.WriteAllTextAsync(File, served);
        }

        Assert.Equal((await System.IO.File.ReadAllTextAsync(File)).ReplaceLineEndings("\n"), served);
    }

    [Fact]
    public async Task Every_operation_says_what_it_does_which_token_it_takes_and_what_can_go_wrong()
    {
        await using var portal = await PortalFactory.StartAsync();
        using var client = portal.CreateClient();
        using var document = JsonDocument.Parse(await client.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative)));
        var operations = document.RootElement.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(operation => (Name: $"{operation.Name} {path.Name}", Path: path.Name, Operation: operation.Value))).ToList();

        Assert.StartsWith("3.1", document.RootElement.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        Assert.NotEmpty(operations);
        Assert.Equal(operations.Count, operations.Select(one => one.Operation.GetProperty("operationId").GetString()).Distinct().Count());
        Assert.All(operations, one =>
        {
            Assert.NotEmpty(one.Operation.GetProperty("summary").GetString()!);
            Assert.NotEmpty(one.Operation.GetProperty("description").GetString()!);
            Assert.Single(one.Operation.GetProperty("tags").EnumerateArray());
            Assert.True(one.Operation.GetProperty("security")[0].TryGetProperty(one.Path.Contains("{organization}", StringComparison.Ordinal) ? "organizationToken" : "resourceToken", out _), one.Name);
            var answers = one.Operation.GetProperty("responses").EnumerateObject().ToList();
            Assert.All(answers.Where(answer => answer.Name[0] is '4' or '5'), answer => Assert.True(answer.Value.GetProperty("content").GetProperty("application/problem+json").TryGetProperty("example", out _), $"{one.Name} {answer.Name}"));
            Assert.Contains(answers, answer => answer.Name == "401");
            Assert.Contains(answers, answer => answer.Name[0] == '2');
        });
    }

    [Fact]
    public async Task Pages_to_read_it_are_there_in_development_only()
    {
        foreach (var (environment, isThere) in new[] { ("Development", true), ("Production", false) })
        {
            await using var portal = await PortalFactory.StartAsync(new PortalFactoryOptions { Environment = environment });
            using var client = portal.CreateClient();
            using var answer = await client.GetAsync(new Uri("/scalar/", UriKind.Relative));
            Assert.Equal(isThere, answer.IsSuccessStatusCode);
        }
    }
}
