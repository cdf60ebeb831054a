using OrgPortal.Web.Audit;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Invitations;

/// <summary>Passes on that the bearer of a dead link asks for a new invitation.</summary>
internal sealed class InvitationAsking(InvitationTokens tokens, InvitationLandings landings, IAuditTrail audit, InvitationNews news)
{
    /// <summary>How long it takes until the same link may ask again.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromDays(1);

    /// <summary>The limit, as a failure's code.</summary>
    public const string AskedAlready = "asked_already";

    /// <summary>Whether asking for a new one makes sense.</summary>
    public static bool IsDead(LandingState state) => state is LandingState.Expired or LandingState.Revoked or LandingState.Declined or LandingState.Void;

    public async Task<Result> AskAsync(string token)
    {
        var landing = await landings.FindAsync(token, CancellationToken.None);
        var stored = await tokens.FindAsync(token);
        if (stored.IsFailure || landing.State == LandingState.Unavailable)
        {
            return new Unavailable();
        }

        if (stored.Value is not { } link || landing.Offer is not { } offer || !IsDead(landing.State))
        {
            return new NotFound();
        }

        var begun = await audit.BeginAsync(new AuditAct(AuditActions.AskForInvitation, offer.Organization, InvitationActs.Kind, link.InvitationId, link.Invitee));
        if (begun.IsFailure)
        {
            return begun.Failure;
        }

        await using var entry = begun.Value;
        var asked = await tokens.AskAsync(link);
        Failure? failure = asked switch
        {
            { IsFailure: true } => asked.Failure,
            { Value: false } => new LimitReached(AskedAlready),
            _ => null,
        };
        await entry.CompleteAsync(failure);
        if (failure is not null)
        {
            return failure;
        }

        await news.TellAskedAsync(offer.Organization, link, offer.InviterId, landing.State == LandingState.Void);
        return Result.Done;
    }
}
