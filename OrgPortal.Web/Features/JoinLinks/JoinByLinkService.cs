using OrgPortal.Web.Authentication;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Features.Invitations;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.JoinLinks;

internal sealed class JoinByLinkService(
    IOrganizationGuard guard, ICurrentUser currentUser, InvitationLandings accounts, JoinLinkRecords records, JoinLandings landings, JoiningByLink joining) : IJoinByLinkService
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
            { Value: { } user } => await joining.JoinAsync(link.Value, user),
            _ => new SignInRequired(),
        };
    }
}
