using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using OrgPortal.LogtoEmulator;
using OrgPortal.Web;
using OrgPortal.Web.Api;
using OrgPortal.Web.Authentication;
using OrgPortal.Web.Authentication.Bearer;

namespace OrgPortal.Benchmarks.Subjects;

/// <summary>The portal as its own program makes it, without the limits that would end a measurement, and with one address more: who calls.</summary>
internal sealed class PortalSubject(WebApplication portal) : ISubject
{
    /// <summary>Answers who calls, after everything that a call of the API passes.</summary>
    public const string WhoPath = ApiPaths.Version1 + "/who";

    public string Introduction => portal.Urls.First();

    public static async Task<PortalSubject> StartAsync(string[] settings)
    {
        var portal = PortalApplication.Create(settings, builder =>
        {
            builder.Logging.ClearProviders();
            // Behind what the command says.
            builder.Configuration.Sources.Insert(0, new Microsoft.Extensions.Configuration.Memory.MemoryConfigurationSource
            {
                InitialData = new Dictionary<string, string?>
                {
                    ["Logto:Web:ClientId"] = EmulatorOptions.WebClientId,
                    ["Logto:Web:ClientSecret"] = EmulatorOptions.WebClientSecret,
                    ["Logto:Management:ClientId"] = EmulatorOptions.ManagementClientId,
                    ["Logto:Management:ClientSecret"] = EmulatorOptions.ManagementClientSecret,
                    ["Api:Clients:0"] = EmulatorOptions.BrowserClientId,
                    ["Api:Resource"] = EmulatorOptions.ApiResource,
                    ["Api:RequestsPerMinute"] = "1000000000",
                    ["Portal:Circuits:PerPerson"] = "100000",
                    ["Portal:Invitations:ImportedPerOrganizationAndDay"] = "0",
                },
            });
        });
        portal.MapGet(WhoPath, async (ICurrentUser user) => TypedResults.Ok(new Who((await user.GetAsync())!.Id.Value))).RequireAuthorization(BearerReachRequirement.Policy);
        await portal.StartAsync();
        return new PortalSubject(portal);
    }

    public Task<string> AnswerAsync(string[] words) => Task.FromResult(string.Empty);

    public async ValueTask DisposeAsync()
    {
        await portal.StopAsync();
        await portal.DisposeAsync();
    }
}
