using OrgPortal.Web.Authorization;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Components;

/// <summary>Who can help somebody who lacks a permission, and how to ask them. The feature that knows implements it.</summary>
public interface IPermissionHelp
{
    /// <summary>Some who can give it: a handful.</summary>
    Task<Result<IReadOnlyList<PermissionContact>>> ListAsync(OrganizationId organization, CancellationToken cancellationToken);

    /// <summary>Asks them for it; <see cref="LimitReached"/> when the person has asked for it already today.</summary>
    Task<Result> AskAsync(OrganizationId organization, PermissionKey permission);
}
