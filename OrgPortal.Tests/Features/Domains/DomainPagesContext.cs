using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OrgPortal.Tests.Support;
using OrgPortal.Web.Authentication;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Components;
using OrgPortal.Web.Features.Audit;
using OrgPortal.Web.Features.Invitations;
using OrgPortal.Web.Features.Members;
using OrgPortal.Web.Hosting;
using OrgPortal.Web.Logto;

namespace OrgPortal.Tests.Features.Domains;

/// <summary>The pages of domains and of requests over the real services; Alice, the administrator of Acme, looks at them unless somebody else is told.</summary>
public abstract class DomainPagesContext : MudTestContext
{
    protected DomainPagesContext()
    {
        House.AddTo(Services);
        Services.AddMembers();
        Services.AddInvitations();
        Services.AddAuditLog();
        Services.AddOptions<PortalOptions>().Configure(portal => portal.PublicUrl = "https://portal.example");
        Services.AddSingleton<PortalAddress>();
        Services.TryAddSingleton<IReauthentication, Reauthentication>();
        // Whoever looks is somebody else than whoever acts through the house meanwhile.
        Services.AddSingleton<ICurrentUser>(User);
        LookAs(House.Alice);
    }

    protected DomainHouse House { get; } = new();

    protected NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();

    protected void LookAs(UserId somebody)
    {
        var known = House.Logto.Users.Single(user => user.Id == somebody);
        User.SignIn(somebody, known.Name!, known.PrimaryEmail);
    }

    /// <summary>What the shell would tell the page about Acme.</summary>
    protected OrganizationAccess Access()
    {
        var person = User.Person!.Id;
        var rights = Services.GetRequiredService<IPermissionReader>().ReadRecentAsync(House.Acme, person).GetAwaiter().GetResult().Value;
        return new OrganizationAccess(House.Acme, "Acme", null, House.Logto.RoleNamesOf(House.Acme, person), [.. rights.Permissions]);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        House.Dispose();
    }
}
