using OrgPortal.Web.Authorization;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Components;

/// <summary>What the shell around every page must know about organizations. The feature that knows implements it.</summary>
public interface IShellSource
{
    /// <summary>The organization and what the person may do in it; <see cref="NotFound"/> for one the person does not belong to.</summary>
    Task<Result<OrganizationAccess>> OpenAsync(OrganizationId organization, CancellationToken cancellationToken);

    /// <summary>The organizations the person can switch to.</summary>
    Task<Result<IReadOnlyList<ShellOrganization>>> OrganizationsAsync(CancellationToken cancellationToken);

    /// <summary>Calls back, on any thread, when the organization's name or the person's rights in it may have changed; ends when disposed.</summary>
    /// <param name="organization">Which.</param>
    /// <param name="isShown">Asked, on any thread, now and then: whether the page shows what these rights allow. Where it does not, it is called back as well.</param>
    /// <param name="changed">Called back.</param>
    IDisposable Watch(OrganizationId organization, Func<OrganizationRights, bool> isShown, Action changed);
}
