using System.Collections.Concurrent;
using System.Net;

namespace OrgPortal.Tests.LogtoEmulator.Management;

/// <summary>Takes webhooks and remembers them.</summary>
internal sealed class HookReceiver : HttpMessageHandler
{
    private readonly ConcurrentQueue<HookDelivery> _deliveries = new();

    public HttpStatusCode Answer { get; set; } = HttpStatusCode.OK;

    public IReadOnlyList<HookDelivery> Deliveries => [.. _deliveries];

    public void Clear()
    {
        Answer = HttpStatusCode.OK;
        _deliveries.Clear();
    }

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = await request.Content!.ReadAsByteArrayAsync(cancellationToken);
        _deliveries.Enqueue(new HookDelivery(
            request.RequestUri!, body, request.Headers.GetValues("logto-signature-sha-256").Single()));
        return new HttpResponseMessage(Answer);
    }
}
