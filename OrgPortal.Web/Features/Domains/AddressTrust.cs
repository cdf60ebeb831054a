using Microsoft.Extensions.Options;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Domains;

/// <summary>
/// Whether an account's primary address is its person's. Logto calls every primary address verified; it is so only where sign-up verifies, or where
/// whoever runs the portal says so.
/// </summary>
internal sealed class AddressTrust(ISignInExperienceClient signInExperience, IOptions<DomainOptions> options)
{
    /// <summary>Asks Logto, which is remembered for a minute.</summary>
    public async Task<Result<bool>> IsGivenAsync(CancellationToken cancellationToken = default)
    {
        if (options.Value.TrustAddresses)
        {
            return true;
        }

        var experience = await signInExperience.GetAsync(cancellationToken).ToResultAsync();
        return experience.IsFailure ? experience.Failure : experience.Value.SignUp?.Verify is true;
    }
}
