using Microsoft.Extensions.Options;
using OrgPortal.Web.Api;
using OrgPortal.Web.Api.Description;
using OrgPortal.Web.Authentication.Bearer;
using OrgPortal.Web.Features.Account.Api;
using OrgPortal.Web.Features.Audit.Api;
using OrgPortal.Web.Features.Domains.Api;
using OrgPortal.Web.Features.EnterpriseSignIn.Api;
using OrgPortal.Web.Features.Invitations.Api;
using OrgPortal.Web.Features.Invitations.Importing.Api;
using OrgPortal.Web.Features.JoinLinks.Api;
using OrgPortal.Web.Features.Machines.Api;
using OrgPortal.Web.Features.Members.Api;
using OrgPortal.Web.Features.Notices.Api;
using OrgPortal.Web.Features.Organizations.Api;
using OrgPortal.Web.Features.Operators.Api;
using OrgPortal.Web.Features.Overview.Api;
using OrgPortal.Web.Features.Requests.Api;
using OrgPortal.Web.Features.Roles;
using OrgPortal.Web.Features.Security.Api;
using OrgPortal.Web.Features.Visits.Api;
using OrgPortal.Web.Features.Webhooks.Api;

namespace OrgPortal.Web;

/// <summary>The list of the features' addresses in the REST API.</summary>
internal static class PortalApi
{
    /// <summary>Maps the API; nothing when no application may call it.</summary>
    public static WebApplication MapApi(this WebApplication app)
    {
        if (!app.Services.GetRequiredService<IOptions<ApiOptions>>().Value.IsOn)
        {
            return app;
        }

        // A bearer token is no cookie that a foreign page could make use of.
        var api = app.MapGroup(ApiPaths.Version1).RequireAuthorization(BearerReachRequirement.Policy).DisableAntiforgery();
        api.MapOrganizations();
        api.MapRoles();
        api.MapMembers();
        api.MapFormerMembers();
        api.MapInvitations();
        api.MapImports();
        api.MapJoinLinks();
        api.MapJoinRequests();
        api.MapDomains();
        api.MapMachines();
        api.MapOutgoingWebhooks();
        api.MapConnections();
        api.MapSecondFactor();
        api.MapAudit();
        api.MapMe();
        api.MapMyInvitations();
        api.MapNotices();
        api.MapOverview();
        api.MapVisits();
        api.MapOperators();
        app.MapApiDescription();
        return app;
    }
}
