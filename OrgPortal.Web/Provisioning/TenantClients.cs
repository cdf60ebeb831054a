using OrgPortal.Web.Logto.Clients;

namespace OrgPortal.Web.Provisioning;

/// <summary>Everything through which a tenant is set up.</summary>
internal sealed record TenantClients(
    IApplicationsClient Applications,
    IRolesClient Roles,
    IApiResourcesClient Apis,
    IOrganizationTemplateClient Template,
    IOrganizationRolesClient OrganizationRoles,
    IHooksClient Hooks,
    IConnectorsClient Connectors,
    IEmailTemplatesClient Mails,
    ISignInExperienceClient SignIn);
