using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator;

internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        if (args.Contains("--help"))
        {
            Console.WriteLine(CommandLine.Help);
            return 0;
        }

        try
        {
            await using var host = await EmulatorApplication.StartAsync(CommandLine.Read(args));
            Introduce(host);
            await host.WaitForShutdownAsync();
            return 0;
        }
        catch (EmulatorStartException refused)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            return 1;
        }
    }

    private static void Introduce(EmulatorHost host)
    {
        var seed = host.Services.GetRequiredService<EmulatorSeed>();
        var people = host.Services.GetRequiredService<LogtoState>().Read(seed.PeopleIn);
        Console.WriteLine($"Logto emulator at {host.Address} - for development only, this is NOT Logto. Everything is forgotten when it stops.");
        Console.WriteLine($"  Mailbox   {host.Address}mailbox");
        foreach (var application in seed.Document.Applications)
        {
            Console.WriteLine($"  {application.Type,-18} {application.Id}  {application.Secret}");
        }

        Console.WriteLine($"  People    {string.Join(", ", people.Select(person => $"{person.Email} {person.Password}"))}");
    }
}
