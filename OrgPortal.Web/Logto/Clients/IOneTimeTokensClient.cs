using OrgPortal.Web.Logto.Models;

namespace OrgPortal.Web.Logto.Clients;

/// <summary>Tokens with which somebody signs in, or up, once, by an address alone.</summary>
/// <remarks>Every method throws <see cref="LogtoException"/>: see <see cref="IOrganizationsClient"/>.</remarks>
public interface IOneTimeTokensClient
{
    /// <summary><c>POST /one-time-tokens</c>. Logto mails nothing, and checks nothing: the caller must know whose address it is.</summary>
    Task<OneTimeToken> CreateAsync(NewOneTimeToken token);
}
