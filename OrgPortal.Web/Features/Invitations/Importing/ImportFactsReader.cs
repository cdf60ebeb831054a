using OrgPortal.Web.Authentication;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Invitations.Importing;

/// <summary>Reads what a file's lines are judged by: the roles, all invitations with one call, and members where that takes no more than a hundred.</summary>
internal sealed class ImportFactsReader(InvitationReader invitations, IRoleCeiling ceiling, IOrganizationMembersClient members)
{
    private const int MostMemberCalls = 100;
    private const int AtOnce = 4;

    public async Task<Result<ImportFacts>> ReadAsync(OrganizationId organization, Person person, IReadOnlyList<string> addresses, CancellationToken cancellationToken)
    {
        var reading = invitations.ReadAsync(organization, cancellationToken);
        var roles = await ceiling.ListAsync(organization, person.Id, cancellationToken);
        var existing = await reading;
        if ((roles.Failure ?? existing.Failure) is { } failure)
        {
            return failure;
        }

        var wanted = Parse(addresses);
        var belonging = await FindMembersAsync(organization, wanted, cancellationToken);
        var open = AddressesIn(existing.Value, InvitationStatuses.Pending);
        var expired = AddressesIn(existing.Value, InvitationStatuses.Expired);
        expired.ExceptWith(open);
        return belonging.IsFailure ? belonging.Failure : new ImportFacts(roles.Value, open, expired, belonging.Value);
    }

    private static HashSet<EmailAddress> AddressesIn(IReadOnlyList<OrganizationInvitation> existing, string status) =>
        Parse(existing.Where(invitation => invitation.Status == status).Select(invitation => invitation.Invitee));

    private static HashSet<EmailAddress> Parse(IEnumerable<string?> texts) =>
        [.. texts.Select(text => EmailAddress.TryParse(text, out var address) ? address : default).Where(address => address != default)];

    private async Task<Result<IReadOnlySet<EmailAddress>?>> FindMembersAsync(OrganizationId organization, HashSet<EmailAddress> wanted, CancellationToken cancellationToken)
    {
        if (wanted.Count == 0)
        {
            return Result.Of<IReadOnlySet<EmailAddress>?>(wanted);
        }

        var first = await members.ListAsync(organization, new PageRequest(1, PageRequest.MaxSize), cancellationToken: cancellationToken).ToResultAsync();
        if (first.IsFailure)
        {
            return first.Failure;
        }

        // Whichever asks less: page by page, or address by address.
        var pages = (first.Value.TotalCount + PageRequest.MaxSize - 1) / PageRequest.MaxSize;
        Func<Task<Result<Page<OrganizationMember>>>>[] calls = pages <= wanted.Count + 1
            ? [.. Enumerable.Range(2, Math.Max(0, pages - 1)).Select(number => (Func<Task<Result<Page<OrganizationMember>>>>)(() => members.ListAsync(organization, new PageRequest(number, PageRequest.MaxSize), cancellationToken: cancellationToken).ToResultAsync()))]
            : [.. wanted.Select(address => (Func<Task<Result<Page<OrganizationMember>>>>)(() => members.ListAsync(organization, new PageRequest(1, PageRequest.MaxSize), address.Value, cancellationToken: cancellationToken).ToResultAsync()))];
        if (calls.Length > MostMemberCalls)
        {
            return Result.Of<IReadOnlySet<EmailAddress>?>(null);
        }

        var found = Parse(first.Value.Items.Select(member => member.PrimaryEmail));
        foreach (var some in calls.Chunk(AtOnce))
        {
            foreach (var page in await Task.WhenAll(some.Select(call => call())))
            {
                if (page.IsFailure)
                {
                    return page.Failure;
                }

                found.UnionWith(Parse(page.Value.Items.Select(member => member.PrimaryEmail)));
            }
        }

        found.IntersectWith(wanted);
        return Result.Of<IReadOnlySet<EmailAddress>?>(found);
    }
}
