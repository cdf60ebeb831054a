using Microsoft.Extensions.Options;
using OrgPortal.Web.Authentication;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Features.Invitations;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.JoinLinks;

/// <summary>Finds out what the bearer of a link may see. The store is asked first, so a link that was never given out costs Logto nothing.</summary>
internal sealed class JoinLandings(
    ICurrentUser currentUser,
    InvitationLandings accounts,
    IPermissionReader reader,
    IOrganizationsClient organizations,
    IOrganizationRolesClient template,
    IOptions<PermissionOptions> permissions,
    JoinLinkRecords records,
    JoinLinkStanding standing)
{
    private static readonly JoinLanding Unknown = new(JoinLandingState.Unknown);
    private static readonly JoinLanding Unavailable = new(JoinLandingState.Unavailable);

    public async Task<JoinLanding> FindAsync(string token, CancellationToken cancellationToken)
    {
        var found = await records.FindAsync(token, cancellationToken);
        if (found.IsFailure || found.Value is not { } link)
        {
            return found.IsFailure ? Unavailable : Unknown;
        }

        var person = await accounts.WhoAsync(await currentUser.GetAsync(), cancellationToken);
        if (person.IsFailure)
        {
            return Unavailable;
        }

        if (person.Value is not { } user)
        {
            return await DescribeAsync(link, null, JoinLandingState.SignedOut, cancellationToken);
        }

        // A member is let in whatever has become of the link.
        var rights = await reader.ReadRecentAsync(link.Organization(), user.Id, cancellationToken);
        var use = await records.FindUseAsync(link.Id, user.Id, cancellationToken);
        var wasTakenOut = await records.WasTakenOutAsync(link.Organization(), user.Id, cancellationToken);
        if (rights.IsFailure || use.IsFailure || wasTakenOut.IsFailure)
        {
            return Unavailable;
        }

        var isHalfDone = use.Value is { State: JoinLinkUseStates.Begun };
        return rights.Value.IsMember && !isHalfDone
            ? new JoinLanding(JoinLandingState.Member, Organization: link.Organization())
            : await DescribeAsync(link, user, StateOf(link, user, use.Value, wasTakenOut.Value), cancellationToken, isHalfDone);
    }

    private static JoinLandingState StateOf(JoinLink link, User person, JoinLinkUse? use, bool wasTakenOut) => use switch
    {
        _ when wasTakenOut => JoinLandingState.UsedBefore,
        { State: JoinLinkUseStates.Done } => JoinLandingState.UsedBefore,
        _ when !link.Admits(person.PrimaryEmail) => JoinLandingState.OtherDomain,
        _ => JoinLandingState.Ready,
    };

    private async Task<JoinLanding> DescribeAsync(JoinLink link, User? person, JoinLandingState state, CancellationToken cancellationToken, bool isCounted = false)
    {
        var stands = await standing.FindAsync(link, isCounted, cancellationToken);
        if (stands.IsFailure || stands.Value != JoinLinkState.Live)
        {
            return stands.IsFailure ? Unavailable : Unknown;
        }

        var organization = await organizations.GetAsync(link.Organization(), cancellationToken).ToResultAsync();
        var roles = await template.ListAsync(cancellationToken).ToResultAsync();
        return organization switch
        {
            { Failure: NotFound } => Unknown,
            _ when organization.IsFailure || roles.IsFailure => Unavailable,
            _ => new JoinLanding(
                state,
                Offer(link, organization.Value, roles.Value),
                person is null ? null : person.PrimaryEmail ?? InviterNames.Of(person) ?? string.Empty,
                person?.PrimaryEmail is not null),
        };
    }

    private JoinOffer Offer(JoinLink link, Organization organization, IReadOnlyList<OrganizationRole> known)
    {
        var given = link.Roles();
        return new JoinOffer(
            organization.Id,
            organization.Name,
            organization.Branding?.LogoUrl,
            [.. known.Where(role => given.Contains(role.Id)).OrderBy(role => role.Name, StringComparer.Ordinal).Select(role => OfferedRole.Of(role.Name, role, permissions.Value))],
            [.. link.AllowedDomains().Select(domain => domain.Shown)],
            link.ExpiresAt,
            organization.Color?.PrimaryColor,
            organization.Color?.DarkPrimaryColor);
    }
}
