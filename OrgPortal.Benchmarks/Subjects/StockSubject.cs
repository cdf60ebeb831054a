using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MudBlazor.Services;
using OrgPortal.Benchmarks.Stock;

namespace OrgPortal.Benchmarks.Subjects;

/// <summary>A page as MudBlazor's template and documentation make it, without sign-in and with its rows in memory.</summary>
internal sealed class StockSubject(WebApplication app) : ISubject
{
    public string Introduction => app.Urls.First();

    public static async Task<StockSubject> StartAsync(string[] settings)
    {
        // Its files are beside the program when it was published, and where the build says otherwise.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = settings, ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseStaticWebAssets();
        builder.Logging.ClearProviders();
        builder.Services.AddMudServices();
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        var app = builder.Build();
        app.UseAntiforgery();
        app.MapStaticAssets();
        app.MapRazorComponents<StockApp>().AddInteractiveServerRenderMode();
        await app.StartAsync();
        return new StockSubject(app);
    }

    public Task<string> AnswerAsync(string[] words) => Task.FromResult(string.Empty);

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
