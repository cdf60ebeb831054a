namespace OrgPortal.Web.Logto.Models;

/// <summary>The body of <c>POST /api/one-time-tokens</c>.</summary>
/// <param name="Email">Whoever signs in with the token signs in, or up, with this address. Logto compares its case.</param>
/// <param name="ExpiresIn">Seconds.</param>
public sealed record NewOneTimeToken(string Email, int ExpiresIn);

/// <summary>A token that signs its bearer in once. Not to be logged, shown or kept.</summary>
/// <param name="Token">The secret.</param>
public sealed record OneTimeToken(string Token);
