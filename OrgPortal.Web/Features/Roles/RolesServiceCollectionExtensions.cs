namespace OrgPortal.Web.Features.Roles;

/// <summary>Registers what tells of roles and permissions.</summary>
internal static class RolesServiceCollectionExtensions
{
    /// <summary>Adds the service.</summary>
    public static IServiceCollection AddRoles(this IServiceCollection services) => services.AddScoped<IRoleService, RoleService>();
}
