using OrgPortal.Web.Authentication;
using OrgPortal.Web.Authentication.Circuits;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Components;
using OrgPortal.Web.Events;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Organizations;

/// <summary>Tells the shell which organization a page is about, and which others there are.</summary>
internal sealed class OrganizationShell(
    IOrganizationService organizations, IPermissionReader permissions, ISecondFactorGate secondFactors, ICurrentUser currentUser, CircuitPresence presence, IOrganizationEvents events) : IShellSource
{
    public async Task<Result<OrganizationAccess>> OpenAsync(OrganizationId organization, CancellationToken cancellationToken)
    {
        if (await currentUser.GetAsync() is not { } person)
        {
            return new SignInRequired();
        }

        // One call tells name, logo and roles, and whether the person belongs to it; the other the rights. Neither waits for the other, nor for whether a second factor is required.
        _ = secondFactors.IsRequiredAsync(organization, CancellationToken.None);
        var reading = permissions.ReadRecentAsync(organization, person.Id, cancellationToken);
        var mine = await organizations.ListMineAsync(cancellationToken);
        var rights = await reading;
        if (mine.IsFailure || rights.IsFailure)
        {
            return (mine.Failure ?? rights.Failure)!;
        }

        if (mine.Value.FirstOrDefault(one => one.Id == organization) is not { } open)
        {
            return rights.Value.VisitEndsAt is { } end ? await OpenForVisitAsync(organization, person.Id, rights.Value, end, cancellationToken) : new NotFound();
        }

        if (open.Hold is { RestorableUntil: var until })
        {
            return new OrganizationAccess(open.Id, open.Name, open.LogoUrl, open.RoleNames, []) { IsClosed = true, RestorableUntil = until };
        }

        var closed = await secondFactors.DenyWithoutAsync(organization, person.Id, isFresh: false, cancellationToken);
        return closed switch
        {
            null => new OrganizationAccess(open.Id, open.Name, open.LogoUrl, open.RoleNames, rights.Value.Permissions) { VisitEndsAt = rights.Value.VisitEndsAt },
            SecondFactorRequired => new OrganizationAccess(open.Id, open.Name, open.LogoUrl, open.RoleNames, []) { IsClosed = true },
            _ => closed,
        };
    }

    // An operator's own list does not hold it.
    private async Task<Result<OrganizationAccess>> OpenForVisitAsync(OrganizationId organization, UserId person, OrganizationRights rights, DateTimeOffset end, CancellationToken cancellationToken)
    {
        switch (await secondFactors.DenyWithoutAsync(organization, person, isFresh: false, cancellationToken))
        {
            case null:
                var found = await organizations.GetAsync(organization, cancellationToken);
                return found.IsFailure ? found.Failure : new OrganizationAccess(organization, found.Value.Name, found.Value.LogoUrl, [], rights.Permissions) { VisitEndsAt = end };
            case SecondFactorRequired:
                // Not even its name is read for whoever is kept out.
                return new OrganizationAccess(organization, organization.Value, null, [], []) { IsClosed = true, VisitEndsAt = end };
            case var failure:
                return failure;
        }
    }

    public async Task<Result<IReadOnlyList<ShellOrganization>>> OrganizationsAsync(CancellationToken cancellationToken)
    {
        var mine = await organizations.ListMineAsync(cancellationToken);
        return mine.IsFailure
            ? mine.Failure
            : Result.Of<IReadOnlyList<ShellOrganization>>([.. mine.Value.Where(one => one.Hold is null).Select(one => new ShellOrganization(one.Id, one.Name, one.LogoUrl, string.Join(", ", one.RoleNames)))]);
    }

    public IDisposable Watch(OrganizationId organization, Func<OrganizationRights, bool> isShown, Action changed)
    {
        var announced = events.Subscribe(organization, happened =>
        {
            if (happened is not (InvitationsChanged or DomainsChanged or JoinRequestsChanged or SecondFactorsCounted))
            {
                changed();
            }

            return Task.CompletedTask;
        });
        return new Watching(announced, presence.Enter(organization, isShown, changed));
    }

    private sealed class Watching(IDisposable announced, IDisposable present) : IDisposable
    {
        public void Dispose()
        {
            announced.Dispose();
            present.Dispose();
        }
    }
}
