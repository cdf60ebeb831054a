namespace OrgPortal.Web.Features.Account;

/// <summary>Registers one's own account.</summary>
public static class AccountServiceCollectionExtensions
{
    /// <summary>Adds the page and what is behind it.</summary>
    public static IServiceCollection AddAccount(this IServiceCollection services)
    {
        services.AddScoped<IAccountService, AccountService>();
        services.AddScoped<AccountChanges>();
        services.AddScoped<AccountSessions>();
        services.AddScoped<DeviceWords>();
        return services;
    }
}
