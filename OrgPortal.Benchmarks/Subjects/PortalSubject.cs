using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OrgPortal.LogtoEmulator;
using OrgPortal.Web;
using OrgPortal.Web.Api;
using OrgPortal.Web.Authentication;
using OrgPortal.Web.Authentication.Bearer;
using OrgPortal.Web.Features.Invitations.Importing;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Store;

namespace OrgPortal.Benchmarks.Subjects;

/// <summary>The portal as its own program makes it, without the limits that would end a measurement, and with one address more: who calls.</summary>
internal sealed class PortalSubject(WebApplication portal) : ISubject
{
    /// <summary>Answers who calls, after everything that a call of the API passes.</summary>
    public const string WhoPath = ApiPaths.Version1 + "/who";

    /// <summary>Answers before anything that the portal does.</summary>
    public const string NothingPath = "/nothing";

    /// <summary>Starts an import: how many, into which organization, as whom, with which role.</summary>
    public const string Import = "import";

    /// <summary>How the last import is: its state, and how many rows were sent.</summary>
    public const string Imported = "imported";

    public string Introduction => portal.Urls.First();

    public static async Task<PortalSubject> StartAsync(string[] settings)
    {
        var portal = PortalApplication.Create(settings, builder =>
        {
            builder.Logging.ClearProviders();
            builder.Services.AddSingleton<IStartupFilter, NothingFilter>();
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
        portal.MapGet(WhoPath, async (ICurrentUser user) => new ShownResult<Who>(new Who((await user.GetAsync())!.Id.Value))).RequireAuthorization(BearerReachRequirement.Policy);
        await portal.StartAsync();
        return new PortalSubject(portal);
    }

    public async Task<string> AnswerAsync(string[] words)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        return words switch
        {
            [Import, var count, var organization, var person, var role] => await ImportAsync(scope.ServiceProvider, int.Parse(count, CultureInfo.InvariantCulture), OrganizationId.Parse(organization, null), UserId.Parse(person, null), OrganizationRoleId.Parse(role, null)),
            [Imported] => await StateAsync(scope.ServiceProvider),
            _ => string.Empty,
        };
    }

    private static async Task<string> ImportAsync(IServiceProvider services, int count, OrganizationId organization, UserId person, OrganizationRoleId role)
    {
        services.GetRequiredService<ActingPerson>().ActFor(new Person(person, "Alice", null, null, null));
        var entries = Enumerable.Range(0, count).Select(line => new ImportEntry(line + 1, $"{Guid.NewGuid():N}@import.example", [role]));
        var started = await services.GetRequiredService<IInvitationImportService>().StartAsync(organization, new StartImportForm("people.csv", [.. entries]));
        return started.Failure?.Code ?? "started";
    }

    private static async Task<string> StateAsync(IServiceProvider services)
    {
        await using var context = await services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync();
        var import = await context.InvitationImports.AsNoTracking().OrderByDescending(one => one.StartedAt).FirstAsync();
        var sent = await context.InvitationImportRows.CountAsync(row => row.ImportId == import.Id && row.State == ImportWords.Sent);
        return $"{import.State} {sent}";
    }

    public async ValueTask DisposeAsync()
    {
        await portal.StopAsync();
        await portal.DisposeAsync();
    }

    private sealed class NothingFilter : IStartupFilter
    {
        private static readonly byte[] Nothing = "{}"u8.ToArray();

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, further) =>
            {
                if (context.Request.Path != NothingPath)
                {
                    return further(context);
                }

                context.Response.ContentLength = Nothing.Length;
                return context.Response.Body.WriteAsync(Nothing, CancellationToken.None).AsTask();
            });
            next(app);
        };
    }
}
