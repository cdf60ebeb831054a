namespace OrgPortal.Web.Hosting;

/// <summary>Lets every request appear at the configured public address, whatever its Host header or a proxy says.</summary>
internal sealed class PublicAddressMiddleware(RequestDelegate next, PortalAddress address)
{
    private readonly HostString _host = new(address.Origin.Authority);

    public Task InvokeAsync(HttpContext context)
    {
        if (address.IsConfigured)
        {
            context.Request.Scheme = address.Origin.Scheme;
            context.Request.Host = _host;
        }

        return next(context);
    }
}
