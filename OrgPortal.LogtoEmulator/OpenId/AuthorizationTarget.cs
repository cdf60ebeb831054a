namespace OrgPortal.LogtoEmulator.OpenId;

/// <summary>Where the answer to an authorization request goes: an address that the client has registered.</summary>
/// <param name="RedirectUri">The registered address.</param>
/// <param name="ResponseMode"><c>query</c>, <c>fragment</c> or <c>form_post</c>.</param>
/// <param name="State">Sent back as it came.</param>
internal sealed record AuthorizationTarget(string RedirectUri, string ResponseMode, string? State);
