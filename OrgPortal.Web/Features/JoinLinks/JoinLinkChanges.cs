using OrgPortal.Web.Audit;
using OrgPortal.Web.Events;
using OrgPortal.Web.Features.Invitations;
using OrgPortal.Web.Hosting;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.JoinLinks;

/// <summary>Makes links and changes them. The callers have asked for permission, organization and roles, and hold the organization's lock.</summary>
internal sealed class JoinLinkChanges(JoinLinkRecords records, IOrganizationRolesClient template, PortalAddress address, IAuditTrail audit, IOrganizationEvents events)
{
    public async Task<Result<MadeJoinLink>> CreateAsync(JoinLink link, string secret)
    {
        var act = JoinLinkActs.Of(AuditActions.CreateJoinLink, link, after: JoinLinkActs.Describe(link, await template.NameAsync(link.Roles())));
        return await DoAsync(act, link, () => records.AddAsync(link)) is { } failure ? failure : Made(link, secret);
    }

    public async Task<Result<MadeJoinLink>> ReplaceAsync(JoinLink link, InvitationMaker maker)
    {
        var secret = JoinLinkSecret.Create();
        var act = JoinLinkActs.Of(AuditActions.ReplaceJoinLink, link);
        return await DoAsync(act, link, () => records.ReplaceAsync(link.Id, secret, maker)) is { } failure ? failure : Made(link, secret);
    }

    /// <param name="link">The link as it was.</param>
    /// <param name="changed">As it is to be.</param>
    /// <param name="maker">Who vouches from now on.</param>
    public async Task<Result> EditAsync(JoinLink link, JoinLink changed, InvitationMaker maker)
    {
        var act = JoinLinkActs.Of(
            AuditActions.ChangeJoinLink, link, JoinLinkActs.Describe(link, await template.NameAsync(link.Roles()), link.Name), JoinLinkActs.Describe(changed, await template.NameAsync(changed.Roles()), changed.Name));
        return await DoAsync(act, link, () => records.EditAsync(changed, maker)) is { } failure ? failure : Result.Done;
    }

    /// <param name="link">The link.</param>
    /// <param name="maker">Who vouches from now on; <see langword="null"/> to switch it off.</param>
    public async Task<Result> SwitchAsync(JoinLink link, InvitationMaker? maker)
    {
        var act = JoinLinkActs.Of(AuditActions.SwitchJoinLink, link, new { isOn = link.IsOn }, new { isOn = maker is not null });
        return await DoAsync(act, link, () => records.SwitchAsync(link.Id, maker)) is { } failure ? failure : Result.Done;
    }

    public async Task<Result> DeleteAsync(JoinLink link) =>
        await DoAsync(JoinLinkActs.Of(AuditActions.DeleteJoinLink, link), link, () => records.DeleteAsync(link.Id)) is { } failure ? failure : Result.Done;

    private MadeJoinLink Made(JoinLink link, string secret) => new(link.Id, address.Of(JoinLinkPaths.Landing(secret)));

    private async Task<Failure?> DoAsync(AuditAct act, JoinLink link, Func<Task<Failure?>> change)
    {
        var begun = await audit.BeginAsync(act);
        if (begun.IsFailure)
        {
            return begun.Failure;
        }

        await using var entry = begun.Value;
        var failure = await change();
        await entry.CompleteAsync(failure);
        if (failure is null)
        {
            events.Publish(new InvitationsChanged(link.Organization()));
        }

        return failure;
    }
}
