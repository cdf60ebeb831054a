using OrgPortal.Web.Components;

namespace OrgPortal.Web.Features.Notices;

/// <summary>Registers the bell and the page of notices.</summary>
public static class NoticesServiceCollectionExtensions
{
    /// <summary>Adds reading one's own notices.</summary>
    public static IServiceCollection AddNoticePages(this IServiceCollection services)
    {
        services.AddScoped<INoticeService, NoticeService>();
        services.AddScoped<NoticeWords>();
        services.AddSingleton<IBarTool, NoticeBarTool>();
        services.AddScoped<ICommandSource, NoticeCommands>();
        return services;
    }
}
