using System.Net;
using System.Text;

namespace OrgPortal.Tests.Provisioning;

/// <summary>Lets one change fail: refused, or done with its answer lost.</summary>
internal sealed class SpoilingHandler : DelegatingHandler
{
    private int _left = -1;
    private bool _isDone;

    public SpoilingHandler()
        : base(new SocketsHttpHandler { UseCookies = false })
    {
    }

    /// <summary>Which change after so many that succeed fails.</summary>
    /// <param name="after">How many succeed before; negative for none fails.</param>
    /// <param name="isDone">Whether Logto does it all the same.</param>
    public void FailAfter(int after, bool isDone) => (_left, _isDone, HasFailed) = (after, isDone, false);

    public bool HasFailed { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Method == HttpMethod.Get || request.RequestUri!.AbsolutePath.StartsWith("/oidc/", StringComparison.Ordinal) || _left < 0 || _left-- > 0)
        {
            return await base.SendAsync(request, cancellationToken);
        }

        HasFailed = true;
        if (_isDone)
        {
            (await base.SendAsync(request, cancellationToken)).Dispose();
        }

        return new HttpResponseMessage(HttpStatusCode.InternalServerError) { RequestMessage = request, Content = new StringContent("""{"message":"Internal server error."}""", Encoding.UTF8, "application/json") };
    }
}
