namespace OrgPortal.Web.Logto.Probing;

/// <summary>
/// Looks at the tenant from outside, as an operator would with a command line: without the token that the portal keeps, without repeating, and with what
/// the answer says beside its body.
/// </summary>
/// <remarks>Every method throws <see cref="LogtoException"/>, with what went wrong on the way inside.</remarks>
public interface ITenantProbe
{
    /// <summary><c>GET {Endpoint}/oidc/.well-known/openid-configuration</c>.</summary>
    Task<Discovery> DiscoverAsync(CancellationToken cancellationToken);

    /// <summary><c>POST {Endpoint}/oidc/token</c>, or to <c>Logto:Management:TokenEndpoint</c>, with the machine application's id and secret. The token itself is thrown away.</summary>
    Task<ManagementGrant> AskForTokenAsync(CancellationToken cancellationToken);
}
