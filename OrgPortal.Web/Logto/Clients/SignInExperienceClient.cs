using OrgPortal.Web.Logto.Connection;
using OrgPortal.Web.Logto.Models;
using static OrgPortal.Web.Logto.Connection.LogtoConnection;

namespace OrgPortal.Web.Logto.Clients;

internal sealed class SignInExperienceClient(LogtoConnection logto, TimeProvider time) : ISignInExperienceClient
{
    private readonly RecentValue<SignInExperience> _experience = new(
        () => logto.GetAsync(LogtoRoutes.SignInExperience, LogtoJson.Default.SignInExperience, CancellationToken.None), TimeSpan.FromMinutes(1), time);

    public Task<SignInExperience> GetAsync(CancellationToken cancellationToken = default) => _experience.GetAsync(cancellationToken);

    public void Forget() => _experience.Forget();

    public Task<SignInExperience> UpdateAsync(SignInExperienceChange change) =>
        logto.SendAsync(HttpMethod.Patch, LogtoRoutes.SignInExperience, Json(change, LogtoJson.Default.SignInExperienceChange), LogtoJson.Default.SignInExperience);
}
