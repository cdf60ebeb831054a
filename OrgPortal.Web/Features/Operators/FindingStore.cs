using Microsoft.EntityFrameworkCore;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.Operators;

/// <summary>
/// Findings in the store. What one look found takes the place of what earlier ones had; so a finding ends when it is not so any more. That a domain is another
/// organization's too is found in the store itself, by what was seen of all.
/// </summary>
internal sealed partial class FindingStore(IDbContextFactory<PortalDbContext> store, TimeProvider time, ILogger<FindingStore> logger)
{
    private const int MostOthers = 10;

    /// <summary>Keeps what a look found. Can be done again with the same.</summary>
    public async Task<Result> KeepAsync(ExaminedOrganization examined)
    {
        var kept = await store.TryAsync(
            async context =>
            {
                var domains = await KeepDomainsAsync(context, examined);
                await KeepOwnAsync(context, examined);
                await context.SaveChangesAsync();
                await CompareAsync(context, domains);
                return await context.SaveChangesAsync();
            },
            StoreFailed);
        return kept.IsFailure ? kept.Failure : Result.Done;
    }

    /// <summary>The organization is gone, and with it what was found about it.</summary>
    public Task<Result> ForgetAsync(OrganizationId organization) => KeepAsync(ExaminedOrganization.Unremarkable(organization, organization.Value));

    /// <summary>A page of findings, the newest first.</summary>
    public Task<Result<Page<Finding>>> ListAsync(FindingKind? kind, PageRequest page, CancellationToken cancellationToken)
    {
        var name = kind is { } one ? FindingKinds.NameOf(one) : null;
        return store.TryAsync(
            async context =>
            {
                var all = context.SurveyFindings.AsNoTracking().Where(row => name == null || row.Kind == name);
                var rows = await all.OrderByDescending(row => row.FoundAt).ThenBy(row => row.OrganizationId).ThenBy(row => row.Kind).ThenBy(row => row.Subject)
                    .Skip((int)Math.Min(int.MaxValue, (page.Number - 1L) * page.Size)).Take(page.Size).ToListAsync(cancellationToken);
                return new Page<Finding>([.. rows.Select(Finding.Of)], page, await all.CountAsync(cancellationToken));
            },
            StoreFailed);
    }

    /// <summary>How many there are of each kind; none is left out.</summary>
    public Task<Result<IReadOnlyDictionary<FindingKind, int>>> CountAsync(CancellationToken cancellationToken) => store.TryAsync<IReadOnlyDictionary<FindingKind, int>>(
        async context =>
        {
            var found = await context.SurveyFindings.GroupBy(row => row.Kind).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancellationToken);
            return FindingKinds.All.ToDictionary(kind => kind, kind => found.FirstOrDefault(one => one.Key == FindingKinds.NameOf(kind))?.Count ?? 0);
        },
        StoreFailed);

    /// <summary>What is known about one organization.</summary>
    public Task<Result<IReadOnlyList<Finding>>> ListOfAsync(OrganizationId organization, CancellationToken cancellationToken) => store.TryAsync<IReadOnlyList<Finding>>(
        async context => [.. (await context.SurveyFindings.AsNoTracking().Where(row => row.OrganizationId == organization.Value).OrderBy(row => row.Kind).ThenBy(row => row.Subject).ToListAsync(cancellationToken)).Select(Finding.Of)],
        StoreFailed);

    /// <summary>Organizations of which something is known that nobody has looked at since: gone, or slipped through between two pages.</summary>
    public Task<Result<IReadOnlyList<OrganizationId>>> ListPassedOverAsync(DateTimeOffset since, int most, CancellationToken cancellationToken) => store.TryAsync<IReadOnlyList<OrganizationId>>(
        async context =>
        {
            // Whether a domain is shared is looked at with the others that have it.
            var about = context.SurveyFindings.Where(row => row.CheckedAt < since && row.Kind != FindingKinds.SharedDomain).Select(row => row.OrganizationId);
            var seen = context.SurveyedDomains.Where(row => row.SeenAt < since).Select(row => row.OrganizationId);
            return [.. (await about.Union(seen).Order().Take(most).ToListAsync(cancellationToken)).Select(id => OrganizationId.Parse(id, null))];
        },
        StoreFailed);

    /// <summary>Which domains an organization has: those in Logto, and those it has verified here.</summary>
    /// <returns>Those it has, and those it had: what is to be compared again.</returns>
    private async Task<IReadOnlyList<string>> KeepDomainsAsync(PortalDbContext context, ExaminedOrganization examined)
    {
        var (id, now) = (examined.Id.Value, time.GetUtcNow());
        var known = await context.SurveyedDomains.Where(row => row.OrganizationId == id).ToListAsync();
        var verified = await context.OrganizationDomains.Where(row => row.OrganizationId == id && row.VerifiedAt != null).Select(row => row.Name).ToListAsync();
        var names = examined.Domains.Select(FindingKinds.Fold).Where(name => name.Length > 0).Union(verified).ToHashSet(StringComparer.Ordinal);
        context.RemoveRange(known.Where(row => !names.Contains(row.Name)));
        foreach (var name in names)
        {
            if (known.Find(row => row.Name == name) is { } row)
            {
                (row.OrganizationName, row.SeenAt) = (examined.Name, now);
            }
            else
            {
                context.Add(new SurveyedDomain { OrganizationId = id, Name = name, OrganizationName = examined.Name, SeenAt = now });
            }
        }

        return [.. names.Union(known.Select(row => row.Name))];
    }

    private async Task KeepOwnAsync(PortalDbContext context, ExaminedOrganization examined)
    {
        var id = examined.Id.Value;
        var known = await context.SurveyFindings.Where(row => row.OrganizationId == id && row.Kind != FindingKinds.SharedDomain).ToListAsync();
        Keep(context, known, id, examined.Name, FindingKinds.NoAdministrator, string.Empty, examined.Members, string.Empty, isSo: !examined.HasAdministrator);
        Keep(context, known, id, examined.Name, FindingKinds.WithoutRole, string.Empty, examined.WithoutRole, string.Empty, isSo: examined.WithoutRole > 0);
    }

    private async Task CompareAsync(PortalDbContext context, IReadOnlyList<string> domains)
    {
        if (domains.Count == 0)
        {
            return;
        }

        var owners = await context.SurveyedDomains.AsNoTracking().Where(row => domains.Contains(row.Name)).OrderBy(row => row.OrganizationId).ToListAsync();
        var known = await context.SurveyFindings.Where(row => row.Kind == FindingKinds.SharedDomain && domains.Contains(row.Subject)).ToListAsync();
        context.RemoveRange(known.Where(row => owners.Count(owner => owner.Name == row.Subject) < 2 || !owners.Exists(owner => owner.Name == row.Subject && owner.OrganizationId == row.OrganizationId)));
        foreach (var shared in owners.GroupBy(owner => owner.Name).Where(group => group.Count() > 1))
        {
            foreach (var owner in shared)
            {
                var others = string.Join(' ', shared.Where(other => other != owner).Take(MostOthers).Select(other => other.OrganizationId));
                Keep(context, known, owner.OrganizationId, owner.OrganizationName, FindingKinds.SharedDomain, shared.Key, 0, others, isSo: true);
            }
        }
    }

    private void Keep(PortalDbContext context, List<SurveyFinding> known, string organization, string name, string kind, string subject, int number, string others, bool isSo)
    {
        var now = time.GetUtcNow();
        var row = known.Find(one => one.OrganizationId == organization && one.Kind == kind && one.Subject == subject);
        if (row is not null && !isSo)
        {
            context.Remove(row);
        }
        else if (row is not null)
        {
            (row.OrganizationName, row.Number, row.Others, row.CheckedAt) = (name, number, others, now);
        }
        else if (isSo)
        {
            context.Add(new SurveyFinding
            {
                OrganizationId = organization, Kind = kind, Subject = subject, OrganizationName = name, Number = number, Others = others, FoundAt = now, CheckedAt = now,
            });
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The store did not read or write what was found about organizations.")]
    private partial void StoreFailed(Exception exception);
}
