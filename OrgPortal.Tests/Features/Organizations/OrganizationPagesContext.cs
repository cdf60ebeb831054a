using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using OrgPortal.Tests.Support;
using OrgPortal.Tests.Support.Fakes.Logto;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Components;
using OrgPortal.Web.Features.Audit;
using OrgPortal.Web.Features.Members;
using OrgPortal.Web.Logto;

namespace OrgPortal.Tests.Features.Organizations;

/// <summary>The pages about organizations over the real services and a Logto in memory.</summary>
public abstract class OrganizationPagesContext : MudTestContext
{
    protected OrganizationPagesContext(params (string Key, string Value)[] settings)
    {
        House = new OrganizationsHouse(settings) { User = User };
        House.AddTo(Services);
        Services.AddMembers();
        Services.AddAuditLog();
    }

    protected OrganizationsHouse House { get; }

    protected FakeLogto Logto => House.Logto;

    protected NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();

    /// <summary>Where the person is now, as a path.</summary>
    protected string Path => new Uri(Navigation.Uri).AbsolutePath;

    /// <summary>What the shell would tell the page about Acme.</summary>
    protected OrganizationAccess AccessOf(UserId somebody)
    {
        var rights = Services.GetRequiredService<IPermissionReader>().ReadRecentAsync(House.Acme, somebody).GetAwaiter().GetResult().Value;
        return new OrganizationAccess(House.Acme, "Acme", null, Logto.RoleNamesOf(House.Acme, somebody), [.. rights.Permissions]);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        House.Dispose();
    }
}
