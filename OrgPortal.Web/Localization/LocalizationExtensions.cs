using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
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
    /// Lays over every room's words what a deployer calls things (<see cref="WordOptions"/>) and, in Development with <c>Portal:PseudoLanguage</c>, <see cref="PseudoText"/>
    /// for whoever's browser asks for <c>en-XA</c>; that language is in no menu. Where neither is wanted, nothing is in between.
    /// </summary>
    public static WebApplicationBuilder AddWording(this WebApplicationBuilder builder)
    {
        var hasPseudo = builder.Environment.IsDevelopment() && builder.Configuration.GetValue<bool>("Portal:PseudoLanguage");
        builder.Services.AddOptions<WordOptions>().BindConfiguration(WordOptions.Section).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<WordOptions>, WordOptionsValidator>();
        builder.Services.AddSingleton<Wording>();
        builder.Services.AddSingleton<ResourceManagerStringLocalizerFactory>();
        builder.Services.AddSingleton<IStringLocalizerFactory>(services =>
        {
            IStringLocalizerFactory words = services.GetRequiredService<ResourceManagerStringLocalizerFactory>();
            var wording = services.GetRequiredService<Wording>();
            words = wording.IsPlain ? words : new WordedLocalizerFactory(words, wording.Apply, sparesTechnical: true);
            return hasPseudo ? new WordedLocalizerFactory(words, PseudoText.WhereChosen, sparesTechnical: false) : words;
        });
        if (hasPseudo)
        {
            builder.Services.Configure<RequestLocalizationOptions>(options => options.AddSupportedUICultures(
                [.. PortalCultures.All.Append(PseudoText.Culture).Select(culture => culture.Name)]));
        }

        return builder;
    }

    /// <summary>Sets the language of each request: cookie, then what the browser asks for.</summary>
    public static IApplicationBuilder UsePortalLocalization(this IApplicationBuilder app) => app.UseRequestLocalization();
}
