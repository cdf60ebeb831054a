using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;

namespace OrgPortal.Tests.Support.Fakes.Logto;

public sealed class FakeOneTimeTokensClient(FakeLogto logto) : IOneTimeTokensClient
{
    public Task<OneTimeToken> CreateAsync(NewOneTimeToken token) =>
        logto.Calls.RunAsync(logto, nameof(IOneTimeTokensClient), nameof(CreateAsync), _ =>
        {
            logto.OneTimeTokens.Add(token);
            return new OneTimeToken(logto.NextId("token", 32));
        });
}
