using OrgPortal.Web.Logto.Models;

namespace OrgPortal.Web.Logto.Clients;

/// <summary>How the tenant lets people sign in and up.</summary>
/// <remarks>Every method throws <see cref="LogtoException"/>: see <see cref="IOrganizationsClient"/>.</remarks>
public interface ISignInExperienceClient
{
    /// <summary><c>GET /sign-in-exp</c>. Changes rarely: kept for a minute.</summary>
    Task<SignInExperience> GetAsync(CancellationToken cancellationToken = default);

    /// <summary>The next one who asks gets it as it is then.</summary>
    void Forget();

    /// <summary><c>PATCH /sign-in-exp</c>; 400 <c>sign_in_experiences.enabled_connector_not_found</c> where addresses are to be verified and nothing can mail.</summary>
    Task<SignInExperience> UpdateAsync(SignInExperienceChange change);
}
