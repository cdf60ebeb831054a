using OrgPortal.Web.Authentication;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.JoinLinks;

/// <summary>Reads links for those who manage them. The callers have asked the guard.</summary>
internal sealed class JoinLinkListing(
    JoinLinkRecords records, JoinLinkStanding standing, IOrganizationRolesClient template, IRoleCeiling ceiling, ICurrentUser currentUser, TimeProvider time)
{
    public async Task<Result<IReadOnlyList<JoinLinkRow>>> ReadAsync(OrganizationId organization, CancellationToken cancellationToken)
    {
        var links = await records.ListAsync(organization, cancellationToken);
        if (links.IsFailure || links.Value.Count == 0)
        {
            return links.IsFailure ? links.Failure : Result.Of<IReadOnlyList<JoinLinkRow>>([]);
        }

        var roles = await template.ListAsync(cancellationToken).ToResultAsync();
        if (roles.IsFailure)
        {
            return roles.Failure;
        }

        // Links of one maker with the same roles stand and fall together: Logto is asked once for them.
        var asked = new Dictionary<(string, string, bool), Task<Result<JoinLinkState>>>();
        var rows = new List<JoinLinkRow>();
        foreach (var link in links.Value)
        {
            var known = link.StateAt(time.GetUtcNow());
            var state = known != JoinLinkState.Live
                ? Result.Of(known)
                : await (asked.TryGetValue(KeyOf(link), out var same) ? same : asked[KeyOf(link)] = standing.FindAsync(link, cancellationToken: cancellationToken));
            if (state.IsFailure)
            {
                return state.Failure;
            }

            rows.Add(Row(link, state.Value, roles.Value));
        }

        return Result.Of<IReadOnlyList<JoinLinkRow>>(rows);
    }

    public async Task<Result<IReadOnlyList<JoinedPerson>>> ReadJoinedAsync(OrganizationId organization, Guid link, CancellationToken cancellationToken)
    {
        var found = await records.FindAsync(organization, link, cancellationToken);
        if (found.IsFailure)
        {
            return found.Failure;
        }

        var joined = await records.ListJoinedAsync(link, cancellationToken);
        return joined.IsFailure
            ? joined.Failure
            : Result.Of<IReadOnlyList<JoinedPerson>>(joined.Value.ConvertAll(use => new JoinedPerson(UserId.Parse(use.UserId, null), use.PersonName, use.At)));
    }

    public async Task<Result<JoinLinkTerms>> ReadTermsAsync(OrganizationId organization, CancellationToken cancellationToken)
    {
        if (await currentUser.GetAsync() is not { } actor)
        {
            return new SignInRequired();
        }

        var verifying = standing.VerifiesAsync(cancellationToken);
        var roles = await ceiling.ListAsync(organization, actor.Id, cancellationToken);
        var verifies = await verifying;
        return (roles.Failure ?? verifies.Failure) is { } failure
            ? failure
            : new JoinLinkTerms(roles.Value, verifies.Value, AllowedDomain.OfAddress(actor.EmailAddress)?.Shown);
    }

    private static (string, string, bool) KeyOf(JoinLink link) => (link.CreatedById, link.RoleIds, link.Domains.Length > 0);

    private static JoinLinkRow Row(JoinLink link, JoinLinkState state, IReadOnlyList<OrganizationRole> template)
    {
        var roles = link.Roles();
        return new JoinLinkRow(
            link.Id,
            link.Name,
            state,
            link.IsOn,
            [.. template.Where(role => roles.Contains(role.Id)).OrderBy(role => role.Name, StringComparer.Ordinal).Select(role => new OrganizationRoleName(role.Id, role.Name))],
            [.. link.AllowedDomains().Select(domain => domain.Shown)],
            link.Uses,
            link.MaxUses,
            link.Maker(),
            link.CreatedByName,
            link.CreatedAt,
            link.ExpiresAt,
            link.Version());
    }
}
