using System.Net;
using System.Net.Http.Headers;

namespace OrgPortal.Web.Logto.Connection;

/// <summary>Puts the management token on a request; when Logto refuses it, renews it and asks once more.</summary>
internal sealed class ManagementTokenHandler(ManagementTokens tokens) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var token = await tokens.GetAsync(cancellationToken);
        var response = await SendAsync(request, token, cancellationToken);
        if (response.StatusCode != HttpStatusCode.Unauthorized)
        {
            return response;
        }

        response.Dispose();
        return await SendAsync(request, await tokens.RenewAsync(token, cancellationToken), cancellationToken);
    }

    private Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, string token, CancellationToken cancellationToken)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return base.SendAsync(request, cancellationToken);
    }
}
