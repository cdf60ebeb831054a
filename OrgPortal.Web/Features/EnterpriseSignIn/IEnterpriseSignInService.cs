using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.EnterpriseSignIn;

/// <summary>
/// Sign-in through an organization's own identity provider. All ask for <c>security.manage</c>; whatever decides who can sign in as whom also asks for an administrator, as
/// whoever has the identity provider can sign in as any member. Only what was set up here for this organization is ever touched; ids of Logto's are never taken from a caller.
/// </summary>
public interface IEnterpriseSignInService
{
    /// <summary>The connections, the organization's own and those that were set up in Logto. Two calls to Logto at once.</summary>
    Task<Result<ConnectionList>> ListAsync(OrganizationId organization, CancellationToken cancellationToken = default);

    /// <summary>One of its own, without its secret. Two calls to Logto at once, and one about sign-in, which is remembered.</summary>
    /// <returns><see cref="NotFound"/> for one of another organization, or one that was set up in Logto.</returns>
    Task<Result<ConnectionDetails>> GetAsync(OrganizationId organization, Guid connection, CancellationToken cancellationToken = default);

    /// <summary>Whom it concerns when it is switched off or deleted: members with an address of its domains. A call to Logto for each domain.</summary>
    Task<Result<ConnectionImpact>> GetImpactAsync(OrganizationId organization, Guid connection, CancellationToken cancellationToken = default);

    /// <summary>Begins a set-up: makes a connector in Logto, through which nobody can sign in yet.</summary>
    /// <returns>
    /// The connection; else <see cref="Invalid"/> (<c>name</c>, <c>kind</c>), <see cref="RefusalReasons.SelfServiceOff"/>, <see cref="LimitReached"/> <c>connections_per_organization</c>,
    /// <see cref="RefusalReasons.TenantLimit"/>.
    /// </returns>
    Task<Result<Guid>> StartAsync(OrganizationId organization, ConnectionForm form);

    /// <summary>Reads an OpenID Connect provider's discovery document and keeps its settings in Logto. What was tested before counts no more.</summary>
    /// <returns>
    /// <see cref="Invalid"/> (<c>issuer</c>, <c>clientId</c>, <c>clientSecret</c>), <see cref="RefusalReasons.IssuerMismatch"/>, <see cref="RefusalReasons.ProviderRefused"/> when Logto could not use it,
    /// <see cref="RefusalReasons.AdministratorsOnly"/>, <see cref="ReauthenticationRequired"/>, <see cref="RefusalReasons.SelfServiceOff"/>.
    /// </returns>
    Task<Result> ConfigureOidcAsync(OrganizationId organization, Guid connection, OidcForm form);

    /// <summary>Reads a SAML provider's metadata and keeps in Logto what was read from it.</summary>
    /// <returns>As for OpenID Connect, with <see cref="Invalid"/> (<c>metadataUrl</c>, <c>metadata</c>).</returns>
    Task<Result> ConfigureSamlAsync(OrganizationId organization, Guid connection, SamlForm form);

    /// <summary>Chooses whose addresses are sent through it: at least one domain, and only such as the organization has verified. Works at once where it is active.</summary>
    /// <returns><see cref="Invalid"/> (<c>domains</c>), <see cref="RefusalReasons.DomainNotVerified"/>, <see cref="RefusalReasons.AdministratorsOnly"/>, <see cref="ReauthenticationRequired"/>.</returns>
    Task<Result> ChooseDomainsAsync(OrganizationId organization, Guid connection, IReadOnlyList<string> domains);

    /// <summary>Begins a real sign-in through the connection. Nobody is signed in to the portal by it; what comes of it stands in <see cref="ConnectionDetails.Trial"/>.</summary>
    /// <returns><see cref="RefusalReasons.NotConfigured"/>, <see cref="RefusalReasons.SelfServiceOff"/>.</returns>
    Task<Result<TrialLink>> StartTrialAsync(OrganizationId organization, Guid connection);

    /// <summary>Opens it: people with an address of its domains sign in through it from now on, and become members with these roles.</summary>
    /// <param name="organization">The organization.</param>
    /// <param name="connection">Which.</param>
    /// <param name="roles">The roles of everybody who becomes a member by signing in, whichever way.</param>
    /// <returns>
    /// <see cref="RefusalReasons.NotConfigured"/>, <see cref="RefusalReasons.NoDomains"/>, <see cref="RefusalReasons.DomainNotVerified"/>, <see cref="RefusalReasons.AboveOwnPermissions"/>,
    /// <see cref="RefusalReasons.AdministratorsOnly"/>, <see cref="ReauthenticationRequired"/>, <see cref="Interrupted"/> when Logto failed in the middle.
    /// </returns>
    Task<Result> ActivateAsync(OrganizationId organization, Guid connection, IReadOnlyList<OrganizationRoleId> roles);

    /// <summary>Closes it: nobody is sent through it any more. Members stay; its settings too. May be done whatever is offered.</summary>
    Task<Result> DeactivateAsync(OrganizationId organization, Guid connection);

    /// <summary>Deletes it. Members stay. Begun, it is finished by itself when Logto fails. May be done whatever is offered.</summary>
    /// <returns><see cref="ReauthenticationRequired"/> where it is active; <see cref="NotFound"/>.</returns>
    Task<Result> DeleteAsync(OrganizationId organization, Guid connection);
}
