using OrgPortal.Web.App.Layout;
using OrgPortal.Web.App.Palette;
using OrgPortal.Web.Components;

namespace OrgPortal.Web.App;

/// <summary>The shell's services.</summary>
public static class AppServiceCollectionExtensions
{
    /// <summary>Adds what the layouts need.</summary>
    public static IServiceCollection AddShell(this IServiceCollection services)
    {
        services.AddScoped<INavigationSource, PeopleAndSettings>();
        services.AddScoped<ICommandSource, ShellCommands>();
        services.AddScoped<FormFields>();
        services.AddScoped<RecentCommands>();
        services.AddScoped<PaletteContents>();
        services.AddScoped<IDraftOwner, DraftOwner>();
        return services;
    }
}
