namespace OrgPortal.Web.Features.Security;

/// <summary>Where somebody sets up a second factor.</summary>
/// <param name="Page">A page of the deployer's; <see langword="null"/> for none.</param>
/// <param name="BySigningIn">Whether Logto asks for one at the next sign-in, where an organization requires it.</param>
/// <param name="UnlessByProvider">Whether the person may come through an enterprise's identity provider: whoever does is not asked.</param>
public sealed record SecondFactorSetUp(Uri? Page, bool BySigningIn, bool UnlessByProvider = false);
