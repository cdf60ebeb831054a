using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OrgPortal.LogtoEmulator;

namespace OrgPortal.Benchmarks.Subjects;

/// <summary>An API as the framework's template makes it: its handler for bearer tokens, which checks each signature, and one endpoint that says who calls.</summary>
internal sealed class NaiveSubject(WebApplication api) : ISubject
{
    /// <summary>Answers who calls.</summary>
    public const string WhoPath = "/who";

    public string Introduction => api.Urls.First();

    public static async Task<NaiveSubject> StartAsync(string[] settings)
    {
        var builder = WebApplication.CreateBuilder(settings);
        builder.Logging.ClearProviders();
        builder.Services.AddAuthorization().AddAuthentication("Bearer").AddJwtBearer(bearer =>
        {
            bearer.Authority = builder.Configuration["Authority"];
            bearer.Audience = EmulatorOptions.ApiResource;
            bearer.RequireHttpsMetadata = false;
            bearer.MapInboundClaims = false;
            bearer.TokenValidationParameters.ValidTypes = ["at+jwt"];
        });
        var api = builder.Build();
        api.MapGet(WhoPath, (ClaimsPrincipal user) => TypedResults.Ok(new Who(user.FindFirstValue("sub")!))).RequireAuthorization();
        await api.StartAsync();
        return new NaiveSubject(api);
    }

    public Task<string> AnswerAsync(string[] words) => Task.FromResult(string.Empty);

    public async ValueTask DisposeAsync()
    {
        await api.StopAsync();
        await api.DisposeAsync();
    }
}
