using System.Collections.Concurrent;
using OrgPortal.Web.Events;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Invitations;

/// <summary>
/// Reads an organization's invitations. Logto gives out all of them or none, so people who ask at the same moment share one
/// answer; nothing is kept after it. A change announced meanwhile parts the askers: whoever comes after it gets a new reading.
/// </summary>
internal sealed class InvitationReader : IDisposable
{
    private readonly ConcurrentDictionary<OrganizationId, Lazy<Task<Result<IReadOnlyList<OrganizationInvitation>>>>> _underWay = new();
    private readonly IOrganizationInvitationsClient _invitations;
    private readonly IDisposable _subscription;

    public InvitationReader(IOrganizationInvitationsClient invitations, IOrganizationEvents events)
    {
        _invitations = invitations;
        _subscription = events.SubscribeToAll(happened => _underWay.TryRemove(happened.Organization, out _));
    }

    /// <summary>All invitations of the organization, newest first. The caller has asked the guard.</summary>
    public Task<Result<IReadOnlyList<OrganizationInvitation>>> ReadAsync(OrganizationId organization, CancellationToken cancellationToken = default) =>
        _underWay.GetOrAdd(organization, Begin).Value.WaitAsync(cancellationToken);

    public void Dispose() => _subscription.Dispose();

    // Several people wait for the answer, so no single one's cancellation may stop it.
    private Lazy<Task<Result<IReadOnlyList<OrganizationInvitation>>>> Begin(OrganizationId organization)
    {
        Lazy<Task<Result<IReadOnlyList<OrganizationInvitation>>>>? reading = null;
        return reading = new(async () =>
        {
            try
            {
                return await _invitations.ListByOrganizationAsync(organization, CancellationToken.None).ToResultAsync();
            }
            finally
            {
                _underWay.TryRemove(KeyValuePair.Create(organization, reading!));
            }
        });
    }
}
