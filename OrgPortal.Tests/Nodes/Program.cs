namespace OrgPortal.Tests.Nodes;

/// <summary>Lets the test assembly be a portal of its own beside the tests. The test host does not come here.</summary>
internal static class Program
{
    public static async Task<int> Main(string[] args)
    {
        if (args is not [PortalNode.Argument])
        {
            await Console.Error.WriteLineAsync("These are tests: run them with dotnet test.");
            return 1;
        }

        await PortalNode.RunAsync(Console.In, Console.Out);
        return 0;
    }
}
