namespace OrgPortal.Web.Hosting;

/// <summary>Asks the portal that runs beside it whether it is alive: for containers, whose images have no other client.</summary>
internal static class HealthProbe
{
    /// <summary>Asks <c>/health/live</c> at the address that the settings say is listened on.</summary>
    /// <returns>0 when it is alive, else 1.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var configuration = new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
            .AddEnvironmentVariables("ASPNETCORE_")
            .AddEnvironmentVariables()
            .AddCommandLine(args)
            .Build();
        if (ListenAddresses.Read(configuration).FirstOrDefault(url => url.Scheme == Uri.UriSchemeHttp) is not { } address)
        {
            await Console.Error.WriteLineAsync("No http address in Urls to ask.");
            return 1;
        }

        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(3) };
        try
        {
            using var answer = await client.GetAsync(new Uri(address, HealthEndpoints.Live));
            return answer.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            await Console.Error.WriteLineAsync($"No answer from {address.GetLeftPart(UriPartial.Authority)}.");
            return 1;
        }
    }
}
