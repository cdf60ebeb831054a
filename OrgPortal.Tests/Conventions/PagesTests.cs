using Microsoft.AspNetCore.Components;
using OrgPortal.Web;

namespace OrgPortal.Tests.Conventions;

public sealed class PagesTests
{
    /// <summary>The router learns of two pages at one address only when a circuit starts, and then none of them works.</summary>
    [Fact]
    public void Every_address_has_one_page()
    {
        var templates = typeof(PortalApplication).Assembly.GetTypes()
            .SelectMany(type => type.GetCustomAttributes(typeof(RouteAttribute), inherit: false).Cast<RouteAttribute>().Select(route => (route.Template, Page: type.Name)))
            .ToList();

        Assert.NotEmpty(templates);
        Assert.All(templates.GroupBy(page => page.Template, StringComparer.OrdinalIgnoreCase), group => Assert.Single(group));
    }
}
