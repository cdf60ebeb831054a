using OrgPortal.Web.Audit;
using OrgPortal.Web.Authentication;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Notices;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Members;

internal sealed class PermissionRequestService(
    IOrganizationGuard guard, ICurrentUser currentUser, IPermissionReader rights, IAdministrators administrators, PermissionAsks asks, INotices notices, IAuditTrail audit) : IPermissionRequestService
{
    public async Task<Result<IReadOnlyList<AdministratorContact>>> ListAdministratorsAsync(OrganizationId organization, CancellationToken cancellationToken = default)
    {
        if (await guard.DenyReadUnlessMemberAsync(organization, cancellationToken) is { } denied)
        {
            return denied;
        }

        // One more than are named: the person may be one of them.
        var me = (await currentUser.GetAsync())!.Id;
        var found = await administrators.ListAsync(organization, IPermissionRequestService.MostNamed + 1, cancellationToken);
        return found.IsFailure
            ? found.Failure
            : Result.Of<IReadOnlyList<AdministratorContact>>(
                [.. found.Value.Where(member => member.Id != me).Select(ToContact).OfType<AdministratorContact>().Take(IPermissionRequestService.MostNamed)]);
    }

    public async Task<Result> AskAsync(OrganizationId organization, PermissionKey permission)
    {
        if (await guard.DenyUnlessMemberAsync(organization) is { } denied)
        {
            return denied;
        }

        if (!OrganizationPermissions.All.Any(known => known.Key == permission))
        {
            return new Invalid("permission", "invalid");
        }

        var me = (await currentUser.GetAsync())!;
        var held = await rights.ReadRecentAsync(organization, me.Id);
        if (held.IsFailure || held.Value.Allow(permission))
        {
            return held.IsFailure ? held.Failure : Result.Done;
        }

        return await asks.TakeAsync(organization, me.Id, permission) ?? await TellAsync(organization, me, permission) ?? Result.Done;
    }

    private async Task<Failure?> TellAsync(OrganizationId organization, Person me, PermissionKey permission)
    {
        var begun = await audit.BeginAsync(new AuditAct(AuditActions.AskForPermission, organization, "permission", TargetName: permission.Value));
        if (begun.IsFailure)
        {
            await asks.GiveBackAsync(organization, me.Id, permission);
            return begun.Failure;
        }

        await using var entry = begun.Value;
        var facts = new NoticeFacts { PersonId = me.Id.Value, PersonName = me.Name, Permission = permission.Value };
        var told = await notices.TellAdministratorsAsync(new Notice(NoticeKinds.PermissionAsked, organization, facts), [me.Id]);
        Failure? failure = told.Count > 0 ? null : new Unavailable();
        await entry.CompleteAsync(failure);
        if (failure is not null)
        {
            await asks.GiveBackAsync(organization, me.Id, permission);
        }

        return failure;
    }

    private static AdministratorContact? ToContact(OrganizationMember member) =>
        new[] { member.Name, member.Username }.FirstOrDefault(name => !string.IsNullOrWhiteSpace(name)) is { } name
            ? new AdministratorContact(member.Id, name, MemberListing.Picture(member.Avatar))
            : null;
}
