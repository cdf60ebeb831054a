using System.Collections.Concurrent;

namespace OrgPortal.Tests.Conformance;

/// <summary>Notes each call that was answered with a 2xx, by method and path.</summary>
internal sealed class CallRecorder(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private readonly ConcurrentDictionary<(string Method, string Path), bool> _calls = new();

    public IEnumerable<(string Method, string Path)> Calls => _calls.Keys;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        if (response.IsSuccessStatusCode)
        {
            _calls[(request.Method.Method, request.RequestUri!.AbsolutePath)] = true;
        }

        return response;
    }
}
