using OrgPortal.Web.Authentication;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Features.Invitations;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Notices;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.JoinLinks;

internal sealed class JoinByLinkService(
    IOrganizationGuard guard, ICurrentUser currentUser, InvitationLandings accounts, JoinLinkRecords records, JoinLandings landings, JoiningByLink joining, INotices notices) : IJoinByLinkService
{
    public Task<JoinLanding> FindAsync(string token, CancellationToken cancellationToken = default) => landings.FindAsync(token, cancellationToken);

    public async Task<Result<OrganizationId>> JoinAsync(string token)
    {
        if (await guard.DenyUnlessSignedInAsync() is { } denied)
        {
            return denied;
        }

        var link = await records.FindAsync(token);
        if (link.IsFailure || link.Value is null)
        {
            return link.Failure ?? new NotFound();
        }

        var person = await accounts.WhoAsync(await currentUser.GetAsync());
        return person switch
        {
            { IsFailure: true } => person.Failure,
            { Value: { } user } => await JoinAsync(link.Value, user),
            _ => new SignInRequired(),
        };
    }

    private async Task<Result<OrganizationId>> JoinAsync(JoinLink link, User person)
    {
        var joined = await joining.JoinAsync(link, person);
        if (joined.IsFailure)
        {
            return joined.Failure;
        }

        if (joined.Value)
        {
            var facts = new NoticeFacts { PersonId = person.Id.Value, PersonName = InviterNames.Of(person) };
            var notice = new Notice(NoticeKinds.MemberJoined, link.Organization(), facts) { Once = $"{NoticeKinds.MemberJoined}:{link.Id:N}:{person.Id}" };
            await notices.TellAsync([link.Maker()], notice);
            await notices.TellAdministratorsAsync(notice, [person.Id]);
        }

        return link.Organization();
    }
}
