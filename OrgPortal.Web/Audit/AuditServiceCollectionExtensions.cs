namespace OrgPortal.Web.Audit;

/// <summary>Registers the record of who did what.</summary>
public static class AuditServiceCollectionExtensions
{
    /// <summary>Adds the audit trail over the portal's store.</summary>
    public static IServiceCollection AddAuditTrail(this IServiceCollection services) =>
        services.AddScoped<IAuditTrail, AuditTrail>();
}
