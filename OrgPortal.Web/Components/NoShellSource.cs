using OrgPortal.Web.Authorization;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Components;

/// <summary>Stands in until a feature brings organizations: there are none.</summary>
internal sealed class NoShellSource : IShellSource, IDisposable
{
    public Task<Result<OrganizationAccess>> OpenAsync(OrganizationId organization, CancellationToken cancellationToken) =>
        Task.FromResult<Result<OrganizationAccess>>(new NotFound());

    public Task<Result<IReadOnlyList<ShellOrganization>>> OrganizationsAsync(CancellationToken cancellationToken) =>
        Task.FromResult(Result.Of<IReadOnlyList<ShellOrganization>>([]));

    public IDisposable Watch(OrganizationId organization, Func<OrganizationRights, bool> isShown, Action changed) => this;

    public void Dispose()
    {
        // Nothing is watched.
    }
}
