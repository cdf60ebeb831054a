namespace OrgPortal.Web.Authentication;

/// <summary>Who is there: sign-in over OpenID Connect, sessions, tokens.</summary>
internal static class AuthenticationServiceCollectionExtensions
{
    /// <summary>Registers the room.</summary>
    public static IServiceCollection AddPortalAuthentication(this IServiceCollection services)
    {
        services.AddAuthentication();
        services.AddAuthorization();
        services.AddCascadingAuthenticationState();
        return services;
    }
}
