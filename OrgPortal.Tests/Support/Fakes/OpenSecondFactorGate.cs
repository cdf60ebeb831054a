using OrgPortal.Web.Authorization;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Tests.Support.Fakes;

/// <summary>A gate that nobody is stopped at, and that asks nothing. For a test of the real decision use the real gate over <c>FakeLogto</c>.</summary>
public sealed class OpenSecondFactorGate : ISecondFactorGate
{
    public Task<Failure?> DenyWithoutAsync(OrganizationId organization, UserId person, bool isFresh, CancellationToken cancellationToken = default) => Task.FromResult<Failure?>(null);

    public Task<Result<bool>> IsRequiredAsync(OrganizationId organization, CancellationToken cancellationToken = default) => Task.FromResult(Result.Of(false));

    public Task<Result<bool>> HasOneAsync(UserId person, bool isFresh, CancellationToken cancellationToken = default) => Task.FromResult(Result.Of(true));

    public void Forget(UserId person)
    {
    }
}
