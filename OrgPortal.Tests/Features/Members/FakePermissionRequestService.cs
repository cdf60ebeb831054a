using OrgPortal.Web.Authorization;
using OrgPortal.Web.Features.Members;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Tests.Features.Members;

/// <summary>Administrators in a list, and what they were asked for.</summary>
internal sealed class FakePermissionRequestService : IPermissionRequestService
{
    public List<AdministratorContact> Administrators { get; } = [new(UserId.Parse("admin0000001"), "Ada Admin", null)];

    public List<PermissionKey> Asked { get; } = [];

    public Task<Result<IReadOnlyList<AdministratorContact>>> ListAdministratorsAsync(OrganizationId organization, CancellationToken cancellationToken = default) =>
        Task.FromResult(Result.Of<IReadOnlyList<AdministratorContact>>(Administrators));

    public Task<Result> AskAsync(OrganizationId organization, PermissionKey permission)
    {
        Asked.Add(permission);
        return Task.FromResult(Result.Done);
    }
}
