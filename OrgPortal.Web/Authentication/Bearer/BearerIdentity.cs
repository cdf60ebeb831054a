using System.Security.Claims;

namespace OrgPortal.Web.Authentication.Bearer;

/// <summary>Somebody who came with a token.</summary>
internal sealed class BearerIdentity(BearerToken token, string scheme) : ClaimsIdentity(scheme, PortalClaims.Name, null)
{
    /// <summary>The token.</summary>
    public BearerToken Token => token;
}
