using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace OrgPortal.Web.Authentication.Bearer;

/// <summary>Registers the way in for programs.</summary>
internal static class BearerServiceCollectionExtensions
{
    /// <summary>Below this path there are bearer tokens and no cookies; everywhere else it is the other way round.</summary>
    public const string Path = "/api";

    /// <summary>Adds the scheme, its policy and what it needs.</summary>
    public static IServiceCollection AddBearer(this IServiceCollection services)
    {
        services.AddOptions<ApiOptions>().BindConfiguration(ApiOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ApiOptions>, ApiOptionsValidator>();
        services.AddHttpClient(SigningKeys.ClientName, client => client.Timeout = TimeSpan.FromSeconds(15));
        services.AddSingleton<SigningKeys>();
        services.AddSingleton<BearerTokens>();
        services.AddSingleton<IdentityProofs>();
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, BearerHandler>(PortalSchemes.Bearer, null);
        services.AddAuthorizationBuilder().AddPolicy(BearerReachRequirement.Policy, policy => policy
            // Without naming the scheme: whoever is there below this path came with a token, and is not asked for it twice.
            .RequireAuthenticatedUser().AddRequirements(new BearerReachRequirement()));
        return services;
    }
}
