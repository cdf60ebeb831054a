using System.Net;

namespace OrgPortal.Web.Outbound;

/// <summary>The addresses of a host, as the machine's resolver says; also understands addresses in all their notations.</summary>
internal delegate Task<IPAddress[]> HostLookup(string host, CancellationToken cancellationToken);
