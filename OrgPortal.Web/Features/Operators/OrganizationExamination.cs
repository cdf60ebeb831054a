using OrgPortal.Web.Authorization;
using OrgPortal.Web.Features.Members;
using OrgPortal.Web.Features.Organizations;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Operators;

/// <summary>
/// Looks at one organization: who administers it, who has no role, which domains let people in. A call for its domains, and one for each hundred members, of whom the
/// first ten thousand are looked at. Reads only.
/// </summary>
internal sealed class OrganizationExamination(
    IOrganizationsClient organizations,
    IOrganizationMembersClient members,
    IOrganizationJustInTimeClient joining,
    IOrganizationRolesClient template,
    Administrators administrators,
    IOrganizationHolds holds,
    TimeProvider time)
{
    private const int MostPages = 100;

    /// <summary>Looks at one of which only the id is known. <see cref="NotFound"/> when it is gone.</summary>
    public async Task<Result<ExaminedOrganization>> RunAsync(OrganizationId organization, SurveyPace? pace, CancellationToken cancellationToken)
    {
        var found = await organizations.GetAsync(organization, cancellationToken).ToResultAsync();
        await CountAsync(pace, cancellationToken);
        return found.IsFailure ? found.Failure : await RunAsync(organization, found.Value.Name, found.Value.CreatedAt, pace, cancellationToken);
    }

    /// <summary>Looks at one.</summary>
    /// <param name="organization">Which one.</param>
    /// <param name="name">What it is called.</param>
    /// <param name="createdAt">When it was created.</param>
    /// <param name="pace">Told of every call, and waits as long as it wants; without one nothing waits.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<Result<ExaminedOrganization>> RunAsync(OrganizationId organization, string name, DateTimeOffset createdAt, SurveyPace? pace, CancellationToken cancellationToken)
    {
        var hold = await holds.FindAsync(organization, cancellationToken: cancellationToken);
        if (hold.IsFailure)
        {
            return hold.Failure;
        }

        // What is being created has no administrator for a moment; what was deleted is nobody's business until it is restored.
        if (hold.Value is not null || createdAt > time.GetUtcNow() - CreationJournal.BrokenOffAfter)
        {
            return ExaminedOrganization.Unremarkable(organization, name);
        }

        var roles = await template.ListAsync(cancellationToken).ToResultAsync();
        var domains = await joining.ListDomainsAsync(organization, cancellationToken).ToResultAsync();
        await CountAsync(pace, cancellationToken);
        if ((roles.Failure ?? domains.Failure) is { } failure)
        {
            return failure;
        }

        var people = await ReadPeopleAsync(organization, roles.Value, pace, cancellationToken);
        return people.IsFailure ? people.Failure : new ExaminedOrganization(organization, name, people.Value.Total, people.Value.HasAdministrator, people.Value.WithoutRole, domains.Value);
    }

    private async Task<Result<(int Total, bool HasAdministrator, int WithoutRole)>> ReadPeopleAsync(
        OrganizationId organization, IReadOnlyList<OrganizationRole> roles, SurveyPace? pace, CancellationToken cancellationToken)
    {
        var (total, hasAdministrator, withoutRole) = (0, false, 0);
        for (var number = 1; number <= MostPages; number++)
        {
            var page = await members.ListAsync(organization, new PageRequest(number, PageRequest.MaxSize), cancellationToken: cancellationToken).ToResultAsync();
            await CountAsync(pace, cancellationToken);
            if (page.IsFailure)
            {
                return page.Failure;
            }

            total = page.Value.TotalCount;
            withoutRole += page.Value.Items.Count(member => member.OrganizationRoles.Count == 0);
            hasAdministrator = hasAdministrator || page.Value.Items.Any(member => !member.IsSuspended && administrators.IsAdministrator(roles, [.. member.OrganizationRoles.Select(role => role.Id)]));
            if (page.Value.Items.Count == 0 || number * PageRequest.MaxSize >= total)
            {
                return (total, hasAdministrator, withoutRole);
            }
        }

        // Too many people to look at each: whether anybody administers them is asked by role.
        var found = hasAdministrator ? Result.Of<IReadOnlyList<OrganizationMember>>([]) : await administrators.ListAsync(organization, 1, cancellationToken);
        return found.IsFailure ? found.Failure : (total, hasAdministrator || found.Value.Count > 0, withoutRole);
    }

    private static Task CountAsync(SurveyPace? pace, CancellationToken cancellationToken) => pace?.CountAsync(cancellationToken) ?? Task.CompletedTask;
}
