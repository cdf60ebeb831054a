using OrgPortal.Web.Features.Members;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Tests.Features.Members;

/// <summary>Open invitations of whoever is asked about, as a number; remembers what was done with them.</summary>
internal sealed class FakeSentInvitations : ISentInvitations
{
    public int Open { get; set; }

    /// <summary>How many of them cannot be dealt with.</summary>
    public int Stubborn { get; set; }

    public List<(SentInvitationsFate Fate, UserId Inviter)> Handled { get; } = [];

    public Task<Result<int>> CountOpenAsync(OrganizationId organization, UserId inviter, CancellationToken cancellationToken = default) => Task.FromResult<Result<int>>(Open);

    public Task<MemberRemoval> TakeOverAsync(OrganizationId organization, UserId inviter) => HandleAsync(SentInvitationsFate.TakeOver, inviter);

    public Task<MemberRemoval> RevokeAsync(OrganizationId organization, UserId inviter) => HandleAsync(SentInvitationsFate.Revoke, inviter);

    /// <summary>What was asked to be restored.</summary>
    public List<InvitationId> Restored { get; } = [];

    /// <summary>What a revocation names.</summary>
    public IReadOnlyList<InvitationId> Revoked { get; set; } = [];

    public Task<int> RestoreAsync(OrganizationId organization, IReadOnlyList<InvitationId> revoked)
    {
        Restored.AddRange(revoked);
        return Task.FromResult(Math.Min(Stubborn, revoked.Count));
    }

    private Task<MemberRemoval> HandleAsync(SentInvitationsFate fate, UserId inviter)
    {
        Handled.Add((fate, inviter));
        return Task.FromResult(new MemberRemoval(Open - Stubborn, Stubborn) { Revoked = fate == SentInvitationsFate.Revoke ? Revoked : [] });
    }
}
