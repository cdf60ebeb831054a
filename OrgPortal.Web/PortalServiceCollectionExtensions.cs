using OrgPortal.Web.Api;
using OrgPortal.Web.App;
using OrgPortal.Web.App.Theme;
using OrgPortal.Web.Audit;
using OrgPortal.Web.Authentication;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Components;
using OrgPortal.Web.Events;
using OrgPortal.Web.Features.Account;
using OrgPortal.Web.Features.Audit;
using OrgPortal.Web.Features.Doctor;
using OrgPortal.Web.Features.Domains;
using OrgPortal.Web.Features.EnterpriseSignIn;
using OrgPortal.Web.Features.Machines;
using OrgPortal.Web.Features.Members;
using OrgPortal.Web.Features.Organizations;
using OrgPortal.Web.Features.Invitations;
using OrgPortal.Web.Features.Invitations.Importing;
using OrgPortal.Web.Features.Notices;
using OrgPortal.Web.Features.Operators;
using OrgPortal.Web.Features.Overview;
using OrgPortal.Web.Features.Requests;
using OrgPortal.Web.Features.Roles;
using OrgPortal.Web.Features.Security;
using OrgPortal.Web.Features.JoinLinks;
using OrgPortal.Web.Features.Visits;
using OrgPortal.Web.Features.Webhooks;
using OrgPortal.Web.Hosting;
using OrgPortal.Web.Images;
using OrgPortal.Web.Localization;
using OrgPortal.Web.Locks;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Notices;
using OrgPortal.Web.Observability;
using OrgPortal.Web.Product;
using OrgPortal.Web.Scheduling;
using OrgPortal.Web.Store;
using OrgPortal.Web.Webhooks;

namespace OrgPortal.Web;

/// <summary>The list of the portal's rooms.</summary>
internal static class PortalServiceCollectionExtensions
{
    /// <summary>Each room registers what it has; the order does not matter, but for <c>AddHosting</c>, which may complete the settings that the others read.</summary>
    public static WebApplicationBuilder AddPortal(this WebApplicationBuilder builder)
    {
        builder.AddHosting();
        builder.Services.AddStore(builder.Configuration);
        builder.Services.AddScheduling(builder.Configuration);
        builder.Services.AddLogto();
        builder.Services.AddPortalAuthentication();
        builder.Services.AddOrganizationAuthorization(builder.Configuration);
        builder.Services.AddAuditTrail();
        builder.Services.AddOrganizationEvents(builder.Configuration);
        builder.Services.AddOrganizationLocks();
        builder.Services.AddNotices();
        builder.Services.AddPortalLocalization();
        builder.AddWording();
        builder.Services.AddOrganizations(builder.Configuration);
        builder.Services.AddMembers();
        builder.Services.AddImages();
        builder.Services.AddComponents();
        builder.Services.AddProduct();
        builder.Services.AddShell();
        builder.Services.AddBrand();
        builder.Services.AddInvitations();
        builder.Services.AddInvitationImports();
        builder.Services.AddJoinLinks();
        builder.Services.AddDomains();
        builder.Services.AddMachines();
        builder.Services.AddOutgoingWebhooks();
        builder.Services.AddEnterpriseSignIn();
        builder.Services.AddJoinRequests();
        builder.Services.AddSignInSecurity();
        builder.Services.AddAuditLog();
        builder.Services.AddNoticePages();
        builder.Services.AddAccount();
        builder.Services.AddDoctor();
        builder.Services.AddVisits();
        builder.Services.AddOperators();
        builder.Services.AddWebhooks();
        builder.Services.AddObservability();
        builder.Services.AddRoles();
        builder.Services.AddOverview();
        builder.Services.AddApi();
        return builder;
    }
}
