using OrgPortal.Web.Api;
using OrgPortal.Web.Api.Description;
using OrgPortal.Web.Hosting;
using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.EnterpriseSignIn.Api;

/// <summary>Sign-in through an organization's own identity provider over HTTP.</summary>
internal static class ConnectionEndpoints
{
    private const string Tag = "Enterprise sign-in";
    private const string All = "/organizations/{organization:id}/sso-connections";
    private const string One = All + "/{connection:guid}";
    private const string Activation = One + "/activation";

    private static readonly Guid Id = Guid.Parse("0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1c");
    private static readonly string[] Roles = ["m2v8x1k0q7c4z5b9n3a6d"];
    private static readonly string[] Domains = ["acme.example"];
    private static readonly DateTimeOffset Made = new(2026, 11, 24, 9, 30, 0, TimeSpan.Zero);

    private static readonly ConnectionResponse Sample = new(
        Id, "k4m2x8v1q7c0", "Acme's directory", ConnectionKind.Oidc, ConnectionState.Active, Domains, true, true, Made, null, Made, "Alice Adams");

    /// <summary>Maps them.</summary>
    public static RouteGroupBuilder MapConnections(this RouteGroupBuilder api)
    {
        api.MapGet(All, ListAsync).Describe(
            "listConnections", Tag, "List the connections", "The organization's own, and those that were set up in Logto itself. Needs security.manage.")
            .Answers<ConnectionListResponse>()
            .Example(response: new ConnectionListResponse([Sample], [new RoleReference(Roles[0], "member")], SelfService.All, 5));
        api.MapPost(All, StartAsync).Describe(
            "startConnection", Tag, "Begin a set-up", "Nobody can sign in through it yet; it says what the identity provider has to know. Needs security.manage.")
            .Answers<StartedConnectionResponse>(201).Fails(400, 409, 422)
            .Example(new NewConnectionRequest("Acme's directory", "oidc"), new StartedConnectionResponse(Id));
        api.MapGet(One, GetAsync).Describe(
            "getConnection", Tag, "One connection", "Without its secret. Needs security.manage.")
            .Answers<ConnectionDetailsResponse>()
            .Example(response: new ConnectionDetailsResponse(
                Sample, "https://login.acme.example", "logto", null, new Uri("https://logto.example/callback/k4m2x8v1q7c0"), null, new TrialResponse(Made, Made.AddMinutes(1), TrialOutcome.Passed, "alice@acme.example")));
        api.MapPut(One + "/oidc", ConfigureOidcAsync).Describe(
            "configureOidcConnection", Tag, "Set an OpenID Connect provider", "Its discovery document is read and checked. Asks for an identity proof of the last ten minutes. Needs security.manage, of an administrator.")
            .Answers(204).Fails(400, 409)
            .Example(new OidcRequest("https://login.acme.example", "logto", "the-secret"));
        api.MapPut(One + "/saml", ConfigureSamlAsync).Describe(
            "configureSamlConnection", Tag, "Set a SAML provider", "Its metadata is read and checked. Asks for an identity proof of the last ten minutes. Needs security.manage, of an administrator.")
            .Answers(204).Fails(400, 409)
            .Example(new SamlRequest("https://login.acme.example/metadata"));
        api.MapPut(One + "/domains", ChooseDomainsAsync).Describe(
            "chooseConnectionDomains", Tag, "Choose whose addresses are sent through it", "Verified domains of the organization only; at once where it is active. Asks for an identity proof of the last ten minutes. Needs security.manage, of an administrator.")
            .Answers(204).Fails(400, 409)
            .Example(new ConnectionDomainsRequest(Domains));
        api.MapPost(One + "/trials", StartTrialAsync).Describe(
            "startConnectionTrial", Tag, "Begin a test sign-in", "A real sign-in through the connection, in a browser. What comes of it stands in the connection. Needs security.manage.")
            .Answers<TrialLinkResponse>().Fails(409)
            .Example(response: new TrialLinkResponse(new Uri("https://portal.example/sign-in/trial?ticket=CfDJ8"), Made.AddMinutes(10)));
        api.MapPut(Activation, ActivateAsync).Describe(
            "activateConnection", Tag, "Open a connection", "People with an address of its domains sign in through it from now on, and become members. Asks for an identity proof of the last ten minutes. Needs security.manage, of an administrator.")
            .Answers(204).Fails(400, 409)
            .Example(new ActivationRequest(Roles));
        api.MapDelete(Activation, DeactivateAsync).Describe(
            "deactivateConnection", Tag, "Close a connection", "Nobody is sent through it any more; members and settings stay. Needs security.manage.")
            .Answers(204);
        api.MapGet(One + "/impact", GetImpactAsync).Describe(
            "getConnectionImpact", Tag, "Whom closing a connection concerns", "Members with an address of its domains. Needs security.manage.")
            .Answers<ConnectionImpactResponse>()
            .Example(response: new ConnectionImpactResponse(42, ["Alice Adams"]));
        api.MapDelete(One, DeleteAsync).Describe(
            "deleteConnection", Tag, "Delete a connection", "Members stay. Asks for an identity proof of the last ten minutes where it is active. Needs security.manage.")
            .Answers(204);
        return api;
    }

    private static async Task<IResult> ListAsync(OrganizationId organization, IEnterpriseSignInService service, CancellationToken cancellationToken) =>
        (await service.ListAsync(organization, cancellationToken)).ToHttp(ConnectionListResponse.From);

    private static async Task<IResult> StartAsync(OrganizationId organization, NewConnectionRequest body, IEnterpriseSignInService service)
    {
        var read = new InputReader();
        var kind = read.Word<ConnectionKind>("kind", body.Kind);
        return read.Wrong is { } wrong
            ? wrong.ToHttp()
            : (await service.StartAsync(organization, new ConnectionForm(body.Name ?? string.Empty, kind))).ToCreated(id => new StartedConnectionResponse(id), id => $"/organizations/{organization}/sso-connections/{id}");
    }

    private static async Task<IResult> GetAsync(OrganizationId organization, Guid connection, IEnterpriseSignInService service, CancellationToken cancellationToken) =>
        (await service.GetAsync(organization, connection, cancellationToken)).ToHttp(ConnectionDetailsResponse.From);

    private static async Task<IResult> ConfigureOidcAsync(OrganizationId organization, Guid connection, OidcRequest body, IEnterpriseSignInService service) =>
        (await service.ConfigureOidcAsync(organization, connection, new OidcForm(body.Issuer ?? string.Empty, body.ClientId ?? string.Empty, body.ClientSecret))).ToHttp();

    private static async Task<IResult> ConfigureSamlAsync(OrganizationId organization, Guid connection, SamlRequest body, IEnterpriseSignInService service) =>
        (await service.ConfigureSamlAsync(organization, connection, new SamlForm(body.MetadataUrl, body.Metadata))).ToHttp();

    private static async Task<IResult> ChooseDomainsAsync(OrganizationId organization, Guid connection, ConnectionDomainsRequest body, IEnterpriseSignInService service) =>
        (await service.ChooseDomainsAsync(organization, connection, body.Domains ?? [])).ToHttp();

    private static async Task<IResult> StartTrialAsync(OrganizationId organization, Guid connection, IEnterpriseSignInService service, PortalAddress address) =>
        (await service.StartTrialAsync(organization, connection)).ToHttp(link => new TrialLinkResponse(address.Of(link.Path), link.EndsAt));

    private static async Task<IResult> ActivateAsync(OrganizationId organization, Guid connection, ActivationRequest body, IEnterpriseSignInService service)
    {
        var read = new InputReader();
        var roles = read.Ids<OrganizationRoleId>("roleIds", body.RoleIds);
        return read.Wrong is { } wrong ? wrong.ToHttp() : (await service.ActivateAsync(organization, connection, roles)).Naming(("roles", "roleIds")).ToHttp();
    }

    private static async Task<IResult> DeactivateAsync(OrganizationId organization, Guid connection, IEnterpriseSignInService service) => (await service.DeactivateAsync(organization, connection)).ToHttp();

    private static async Task<IResult> GetImpactAsync(OrganizationId organization, Guid connection, IEnterpriseSignInService service, CancellationToken cancellationToken) =>
        (await service.GetImpactAsync(organization, connection, cancellationToken)).ToHttp(impact => new ConnectionImpactResponse(impact.Members, impact.Names));

    private static async Task<IResult> DeleteAsync(OrganizationId organization, Guid connection, IEnterpriseSignInService service) => (await service.DeleteAsync(organization, connection)).ToHttp();
}
