using System.ComponentModel;

namespace OrgPortal.Web.Features.Security.Api;

/// <summary>Where people set up a second factor.</summary>
internal sealed record SecondFactorSetUpResponse(
    [property: Description("The page for it; null when the deployer has named none.")] string? Url,
    [property: Description("Whether Logto asks for one when a member of an organization that requires it signs in again.")] bool BySigningIn)
{
    /// <summary>Maps it.</summary>
    public static SecondFactorSetUpResponse From(SecondFactorSetUp setUp) => new(setUp.Page?.AbsoluteUri, setUp.BySigningIn);
}
