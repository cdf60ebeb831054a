using OrgPortal.Web.Results;

namespace OrgPortal.Web.Authorization;

/// <summary>
/// The wall around what only operators see: those who run the portal and hold the role in <c>Portal:Operators:Role</c>. An administrator of an organization
/// is none, and an operator administers no organization.
/// </summary>
public interface IOperatorGuard
{
    /// <summary>
    /// <see langword="null"/> for an operator, as read from Logto at this moment. Everybody else is told that there is nothing (<see cref="NotFound"/>), and
    /// so is everybody where no role is configured; nobody who is signed in: <see cref="SignInRequired"/>; no answer from Logto: <see cref="Unavailable"/>.
    /// </summary>
    Task<Failure?> DenyUnlessOperatorAsync(CancellationToken cancellationToken = default);
}
