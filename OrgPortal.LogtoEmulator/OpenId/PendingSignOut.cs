namespace OrgPortal.LogtoEmulator.OpenId;

/// <summary>A sign-out that waits for its form to be sent.</summary>
/// <param name="Secret">The form's <c>xsrf</c>.</param>
/// <param name="BrowserId">The browser that was shown the form.</param>
/// <param name="ClientId">The application that asked for it.</param>
/// <param name="ReturnUri">Where to go afterwards, <c>state</c> included.</param>
/// <param name="ExpiresAt">When the form is too old.</param>
internal sealed record PendingSignOut(string Secret, string? BrowserId, string? ClientId, string? ReturnUri, DateTimeOffset ExpiresAt);
