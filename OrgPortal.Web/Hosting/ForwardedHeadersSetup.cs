using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace OrgPortal.Web.Hosting;

/// <summary>Believes forwarded headers from the configured proxies and from nobody else: not even from the own machine.</summary>
internal sealed class ForwardedHeadersSetup(IOptions<PortalOptions> portal) : IConfigureOptions<ForwardedHeadersOptions>
{
    public void Configure(ForwardedHeadersOptions options)
    {
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        options.ForwardLimit = null;
        foreach (var value in portal.Value.TrustedProxies)
        {
            if (IPAddress.TryParse(value, out var proxy))
            {
                options.KnownProxies.Add(proxy);
            }
            else
            {
                options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(value));
            }
        }

        // With both lists empty the middleware would believe everybody.
        options.ForwardedHeaders = portal.Value.TrustedProxies.Count > 0
            ? ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto
            : ForwardedHeaders.None;
    }
}
