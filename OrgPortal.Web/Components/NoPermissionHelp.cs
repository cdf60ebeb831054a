using OrgPortal.Web.Authorization;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Components;

/// <summary>Stands in until a feature brings people: nobody is known.</summary>
internal sealed class NoPermissionHelp : IPermissionHelp
{
    public Task<Result<IReadOnlyList<PermissionContact>>> ListAsync(OrganizationId organization, CancellationToken cancellationToken) =>
        Task.FromResult(Result.Of<IReadOnlyList<PermissionContact>>([]));

    public Task<Result> AskAsync(OrganizationId organization, PermissionKey permission) => Task.FromResult<Result>(new NotFound());
}
