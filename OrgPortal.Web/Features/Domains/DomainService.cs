using Microsoft.Extensions.Options;
using OrgPortal.Web.Audit;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Events;
using OrgPortal.Web.Features.Domains.Proofs;
using OrgPortal.Web.Locks;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.Domains;

internal sealed class DomainService(
    IOrganizationGuard guard,
    IOrganizationLocks locks,
    DomainStore store,
    DomainListing listing,
    DomainRefusals refusals,
    DomainProving proving,
    DomainEnrolments enrolments,
    IAuditTrail audit,
    IOrganizationEvents events,
    IOptions<DomainOptions> options,
    TimeProvider time) : IDomainService
{
    /// <summary>How many domains an organization may list, as a failure's code.</summary>
    public const string PerOrganization = "domains_per_organization";

    /// <summary>How often one domain is looked at, as a failure's code.</summary>
    public const string Checks = "domain_checks";

    private static readonly TimeSpan BetweenChecks = TimeSpan.FromSeconds(5);

    public async Task<Result<DomainList>> ListAsync(OrganizationId organization, CancellationToken cancellationToken = default) =>
        await guard.DenyReadUnlessAsync(organization, OrganizationPermissions.ManageSecurity, cancellationToken) is { } denied
            ? denied
            : await listing.ReadAsync(organization, cancellationToken);

    public async Task<Result<DomainCounts>> CountAsync(OrganizationId organization, CancellationToken cancellationToken = default) =>
        await guard.DenyReadUnlessAsync(organization, OrganizationPermissions.ManageSecurity, cancellationToken) is { } denied
            ? denied
            : await listing.CountAsync(organization, cancellationToken);

    public async Task<Result<string>> AddAsync(OrganizationId organization, string domain)
    {
        if (await guard.DenyUnlessAsync(organization, OrganizationPermissions.ManageSecurity) is { } denied)
        {
            return denied;
        }

        if (!DomainName.TryParse(domain, out var name))
        {
            return new Invalid("domain", "domain_format");
        }

        if (refusals.ReasonFor(name) is { } reason)
        {
            return new Invalid("domain", reason);
        }

        var added = await HoldAsync(organization, () => AddAsync(organization, name));
        return added.IsFailure ? added.Failure : name.Value;
    }

    public async Task<Result<DomainProof>> VerifyAsync(OrganizationId organization, string domain)
    {
        if (await guard.DenyUnlessAsync(organization, OrganizationPermissions.ManageSecurity) is { } denied)
        {
            return denied;
        }

        if (!DomainName.TryParse(domain, out var name))
        {
            return new NotFound();
        }

        var known = await store.FindAsync(organization, name);
        return known switch
        {
            { IsFailure: true } => known.Failure,
            { Value.CheckedAt: { } looked } when time.GetUtcNow() - looked < BetweenChecks => new LimitReached(Checks, BetweenChecks),
            _ => await proving.CheckAsync(organization, name, () => guard.DenyIfDoubtfulAsync(organization, OrganizationPermissions.ManageSecurity)),
        };
    }

    public async Task<Result> SetEnrolmentAsync(OrganizationId organization, string domain, DomainEnrolment enrolment, IReadOnlyList<OrganizationRoleId> roles)
    {
        if (await guard.DenyUnlessAsync(organization, OrganizationPermissions.ManageSecurity) is { } denied)
        {
            return denied;
        }

        return DomainName.TryParse(domain, out var name)
            ? await HoldAsync(organization, () => enrolments.SetAsync(organization, name, enrolment, enrolment == DomainEnrolment.Automatic ? [.. roles.Distinct()] : []))
            : new NotFound();
    }

    public async Task<Result> RemoveAsync(OrganizationId organization, string domain)
    {
        if (await guard.DenyUnlessAsync(organization, OrganizationPermissions.ManageSecurity) is { } denied)
        {
            return denied;
        }

        return DomainName.TryParse(domain, out var name) ? await HoldAsync(organization, () => RemoveAsync(organization, name)) : new NotFound();
    }

    private async Task<Result> AddAsync(OrganizationId organization, DomainName name)
    {
        var known = await store.ListAsync(organization);
        if (known.IsFailure)
        {
            return known.Failure;
        }

        if (known.Value.Any(row => row.Name == name.Value))
        {
            return new Refused(RefusalReasons.DomainListed);
        }

        if (known.Value.Count >= options.Value.PerOrganization)
        {
            return new LimitReached(PerOrganization);
        }

        return await ActAsync(DomainActs.Of(AuditActions.AddDomain, organization, name), () => store.AddAsync(new OrganizationDomain
        {
            OrganizationId = organization.Value,
            Name = name.Value,
            Challenge = DomainChallenge.CreateValue(),
            AddedAt = time.GetUtcNow(),
            NextCheckAt = proving.FirstCheckAt,
            Enrolment = DomainStates.Nothing,
        }));
    }

    private async Task<Result> RemoveAsync(OrganizationId organization, DomainName name)
    {
        var found = await store.FindAsync(organization, name);
        if (found.IsFailure)
        {
            return found.Failure;
        }

        return await ActAsync(DomainActs.Of(AuditActions.RemoveDomain, organization, name, DomainActs.StateOf(found.Value)), async () =>
        {
            // Whatever the portal shows: one that was ever verified may stand in Logto.
            var closed = found.Value.FoundAt is null ? Result.Done : await proving.CloseAsync(organization, name);
            return closed.IsFailure ? closed : await store.RemoveAsync(organization, name);
        });
    }

    private async Task<Result> ActAsync(AuditAct act, Func<Task<Result>> run)
    {
        var begun = await audit.BeginAsync(act);
        if (begun.IsFailure)
        {
            return begun.Failure;
        }

        await using var intent = begun.Value;
        var done = await run();
        await intent.CompleteAsync(done.Failure);
        if (done.Failure is null or Unavailable)
        {
            events.Publish(new DomainsChanged(act.Organization!.Value));
        }

        return done;
    }

    // Whoever held the lock before may have taken the right away. What was read a moment ago counts unless a change was announced since.
    private async Task<Result> HoldAsync(OrganizationId organization, Func<Task<Result>> act)
    {
        var held = await locks.HoldAsync(organization);
        if (held.IsFailure)
        {
            return held.Failure;
        }

        await using var lease = held.Value;
        return await guard.DenyIfDoubtfulAsync(organization, OrganizationPermissions.ManageSecurity) is { } lost ? lost : await act();
    }
}
