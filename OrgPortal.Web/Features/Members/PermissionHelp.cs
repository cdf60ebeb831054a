using OrgPortal.Web.Authorization;
using OrgPortal.Web.Components;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Members;

/// <summary>Tells the kit who can help, so that every page of every feature can say it.</summary>
internal sealed class PermissionHelp(IPermissionRequestService requests) : IPermissionHelp
{
    public async Task<Result<IReadOnlyList<PermissionContact>>> ListAsync(OrganizationId organization, CancellationToken cancellationToken)
    {
        var found = await requests.ListAdministratorsAsync(organization, cancellationToken);
        return found.IsFailure
            ? found.Failure
            : Result.Of<IReadOnlyList<PermissionContact>>([.. found.Value.Select(person => new PermissionContact(person.Id.Value, person.Name, person.PictureUrl, PeoplePaths.Member(organization, person.Id)))]);
    }

    public Task<Result> AskAsync(OrganizationId organization, PermissionKey permission) => requests.AskAsync(organization, permission);
}
