using OrgPortal.Web.Logto.Connection;
using OrgPortal.Web.Logto.Models;
using static OrgPortal.Web.Logto.Connection.LogtoConnection;

namespace OrgPortal.Web.Logto.Clients;

internal sealed class OneTimeTokensClient(LogtoConnection logto) : IOneTimeTokensClient
{
    public Task<OneTimeToken> CreateAsync(NewOneTimeToken token) =>
        logto.SendAsync(HttpMethod.Post, LogtoRoutes.OneTimeTokens, Json(token, LogtoJson.Default.NewOneTimeToken), LogtoJson.Default.OneTimeToken);
}
