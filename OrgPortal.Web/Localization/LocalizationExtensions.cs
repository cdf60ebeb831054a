using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace OrgPortal.Web.Localization;

/// <summary>Languages: services, middleware and the endpoints that keep a person's choices.</summary>
public static class LocalizationExtensions
{
    /// <summary>
    /// Adds the resources. Each room keeps its words beside its code: a class <c>RoomText</c>, <c>RoomText.resx</c> in English and <c>RoomText.zh-Hans.resx</c>,
    /// read through <c>IStringLocalizer&lt;RoomText&gt;</c>.
    /// </summary>
    public static IServiceCollection AddPortalLocalization(this IServiceCollection services)
    {
        services.AddLocalization();
        services.AddScoped<FailureTexts>();
        services.AddScoped<PermissionTexts>();
        services.AddTransient<MudLocalizer, PortalMudLocalizer>();
        services.Configure<RequestLocalizationOptions>(options =>
        {
            options.DefaultRequestCulture = new RequestCulture(PortalCultures.All[0]);
            options.SupportedCultures = [.. PortalCultures.All];
            options.SupportedUICultures = [.. PortalCultures.All];
            options.ApplyCurrentCultureToResponseHeaders = true;
            options.RequestCultureProviders =
            [
                new CookieRequestCultureProvider { CookieName = PortalCultures.Cookie },
                new AcceptLanguageHeaderRequestCultureProvider(),
            ];
        });
        return services;
    }

    /// <summary>
    /// In Development, with <c>Portal:PseudoLanguage</c>: whoever's browser asks for <c>en-XA</c> gets <see cref="PseudoText"/>. It is in no menu.
    /// </summary>
    public static WebApplicationBuilder AddPseudoLanguage(this WebApplicationBuilder builder)
    {
        if (builder.Environment.IsDevelopment() && builder.Configuration.GetValue<bool>("Portal:PseudoLanguage"))
        {
            builder.Services.AddSingleton<ResourceManagerStringLocalizerFactory>();
            builder.Services.AddSingleton<IStringLocalizerFactory>(services => new PseudoLocalizerFactory(services.GetRequiredService<ResourceManagerStringLocalizerFactory>()));
            builder.Services.Configure<RequestLocalizationOptions>(options => options.AddSupportedUICultures(
                [.. PortalCultures.All.Append(PseudoText.Culture).Select(culture => culture.Name)]));
        }

        return builder;
    }

    /// <summary>Sets the language of each request: cookie, then what the browser asks for.</summary>
    public static IApplicationBuilder UsePortalLocalization(this IApplicationBuilder app) => app.UseRequestLocalization();
}
