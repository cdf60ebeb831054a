using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;

namespace OrgPortal.Tests.Support.Fakes.Logto;

public sealed class FakeSignInExperienceClient(FakeLogto logto) : ISignInExperienceClient
{
    public Task<SignInExperience> GetAsync(CancellationToken cancellationToken = default) =>
        logto.Calls.RunAsync(
            logto, nameof(ISignInExperienceClient), nameof(GetAsync), _ => new SignInExperience(new SignUpSettings(logto.VerifiesAddresses), Mfa: logto.Mfa, SignInMode: logto.SignInMode, SingleSignOnEnabled: logto.HasSingleSignOn), cancellationToken);

    public void Forget()
    {
    }

    public Task<SignInExperience> UpdateAsync(SignInExperienceChange change) => throw new NotSupportedException();
}
