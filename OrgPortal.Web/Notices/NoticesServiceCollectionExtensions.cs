namespace OrgPortal.Web.Notices;

/// <summary>Registers the room that tells people what happened.</summary>
public static class NoticesServiceCollectionExtensions
{
    /// <summary>Adds telling, and the removal of what is old.</summary>
    public static IServiceCollection AddNotices(this IServiceCollection services)
    {
        services.AddSingleton<INotices, NoticeBoard>();
        services.AddHostedService<NoticeRetention>();
        return services;
    }
}
