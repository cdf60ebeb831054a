using System.Net;
using OrgPortal.Tests.Support;

namespace OrgPortal.Tests.Integration;

public sealed class CircuitLimitTests
{
    [Theory]
    [InlineData("POST", "/_blazor/negotiate?negotiateVersion=1")]
    [InlineData("GET", "/_blazor?id=x")]
    [InlineData("POST", "/_blazor/disconnect")]
    public async Task Nobody_gets_a_circuit_without_a_session(string method, string path)
    {
        await using var portal = await PortalFactory.StartAsync(new PortalFactoryOptions { Listens = true });
        using var browser = portal.Browse();
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (method == "GET")
        {
            request.Headers.Connection.Add("Upgrade");
            request.Headers.Upgrade.Add(new("websocket"));
            request.Headers.Add("Sec-WebSocket-Version", "13");
            request.Headers.Add("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==");
        }

        using var answer = await browser.SendAsync(request);

        Assert.Contains(answer.StatusCode, (HttpStatusCode[])[HttpStatusCode.Unauthorized, HttpStatusCode.Found]);
        Assert.False(answer.Headers.Contains("Sec-WebSocket-Accept"));
    }
}
