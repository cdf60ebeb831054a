using OrgPortal.Web.Authorization;
using OrgPortal.Web.Features.Domains;
using OrgPortal.Web.Features.Invitations;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.JoinLinks;

/// <summary>Where a link stands now, with what only Logto knows: whether its maker still may, and whether addresses prove anything.</summary>
internal sealed class JoinLinkStanding(InvitationVouching vouching, AddressTrust trust, IOrganizationHolds holds, TimeProvider time)
{
    /// <summary>The state; a failure when Logto does not answer.</summary>
    /// <param name="link">The link.</param>
    /// <param name="isCounted">Whether the person who asks is among those counted: then the last place may be theirs.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<Result<JoinLinkState>> FindAsync(JoinLink link, bool isCounted = false, CancellationToken cancellationToken = default)
    {
        var known = link.StateAt(time.GetUtcNow());
        if (known != JoinLinkState.Live && !(isCounted && known == JoinLinkState.UsedUp))
        {
            return known;
        }

        if (await holds.DenyIfHeldAsync(link.Organization(), cancellationToken) is { } closed)
        {
            return closed is NotFound ? JoinLinkState.Void : closed;
        }

        if (await vouching.RefuseAsync(link.Organization(), link.Maker(), link.Roles()) is { } refused)
        {
            return refused is Refused ? JoinLinkState.Void : refused;
        }

        if (link.Domains.Length == 0)
        {
            return JoinLinkState.Live;
        }

        var verifies = await VerifiesAsync(cancellationToken);
        return verifies switch
        {
            { IsFailure: true } => verifies.Failure,
            { Value: false } => JoinLinkState.Unproven,
            _ => JoinLinkState.Live,
        };
    }

    /// <summary>Whether an account's address is its person's, so that its domain means something.</summary>
    public Task<Result<bool>> VerifiesAsync(CancellationToken cancellationToken = default) => trust.IsGivenAsync(cancellationToken);
}
