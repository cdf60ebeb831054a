namespace OrgPortal.Web.Authentication;

internal sealed class RequestOrigin(SessionAuthenticationStateProvider provider) : IRequestOrigin
{
    public string? IpAddress => provider.RemoteAddress;
}
