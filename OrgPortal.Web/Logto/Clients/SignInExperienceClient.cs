using OrgPortal.Web.Logto.Connection;
using OrgPortal.Web.Logto.Models;

namespace OrgPortal.Web.Logto.Clients;

internal sealed class SignInExperienceClient(LogtoConnection logto, TimeProvider time) : ISignInExperienceClient
{
    private readonly RecentValue<SignInExperience> _experience = new(
        () => logto.GetAsync(LogtoRoutes.SignInExperience, LogtoJson.Default.SignInExperience, CancellationToken.None), TimeSpan.FromMinutes(1), time);

    public Task<SignInExperience> GetAsync(CancellationToken cancellationToken = default) => _experience.GetAsync(cancellationToken);

    public void Forget() => _experience.Forget();
}
