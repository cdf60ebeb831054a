using Microsoft.Extensions.Options;
using OrgPortal.Web.Hosting;

namespace OrgPortal.Web.Product;

/// <summary>The product around the portal.</summary>
internal static class ProductServiceCollectionExtensions
{
    /// <summary>Registers the room.</summary>
    public static IServiceCollection AddProduct(this IServiceCollection services)
    {
        services.AddOptions<ProductOptions>().BindConfiguration(ProductOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ProductOptions>, ProductOptionsValidator>();
        services.AddSingleton<ReturnToCookie>();
        services.AddProductVisits();
        services.AddOptions<SecurityHeadersOptions>().Configure<ProductAddresses>((headers, addresses) =>
        {
            // Accepting is a posted form, and leads there.
            foreach (var origin in addresses.Origins)
            {
                headers.FormTargets.Add(origin);
            }
        });
        return services;
    }

    /// <summary>What pages need of it.</summary>
    internal static IServiceCollection AddProductVisits(this IServiceCollection services) => services.AddSingleton<ProductAddresses>().AddScoped<ProductVisit>();
}
