using OrgPortal.Web.Audit;
using OrgPortal.Web.Events;
using OrgPortal.Web.Features.Domains.Proofs;
using OrgPortal.Web.Locks;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.Domains;

/// <summary>
/// Looks for a domain's record and draws the consequences: found, it is verified; gone, it lapses after a week of grace, and with that nobody joins
/// by it any more. Whether a person asked or the time came makes no difference. Whoever calls has checked the permission.
/// </summary>
internal sealed class DomainProving(
    IDomainProofs proofs,
    DomainStore store,
    IOrganizationJustInTimeClient justInTime,
    IOrganizationLocks locks,
    IAuditTrail audit,
    IOrganizationEvents events,
    TimeProvider time)
{
    private static readonly TimeSpan Regularly = TimeSpan.FromDays(7);
    private static readonly TimeSpan WhileLapsing = TimeSpan.FromDays(1);
    private static readonly TimeSpan WhileNew = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan AfterNoAnswer = TimeSpan.FromHours(6);

    /// <summary>How long the portal looks by itself for the record of a domain that was added.</summary>
    private static readonly TimeSpan New = TimeSpan.FromDays(2);

    /// <summary>A DNS that answers nothing for so long counts as a record that is gone.</summary>
    private static readonly TimeSpan LongestSilence = TimeSpan.FromDays(21);

    /// <summary>When a domain that is added now is first looked at without anybody asking.</summary>
    public DateTimeOffset FirstCheckAt => time.GetUtcNow() + WhileNew;

    /// <summary>Looks, outside the organization's lock, and writes the consequences down inside it.</summary>
    /// <param name="organization">The organization.</param>
    /// <param name="domain">The domain.</param>
    /// <param name="stillDenied">Asked inside the lock, for an act of a person.</param>
    /// <returns>What was found; <see cref="RefusalReasons.DomainTaken"/> when it was, and another organization has it.</returns>
    public async Task<Result<DomainProof>> CheckAsync(OrganizationId organization, DomainName domain, Func<Task<Failure?>>? stillDenied = null)
    {
        var known = await store.FindAsync(organization, domain);
        if (known.IsFailure)
        {
            return known.Failure;
        }

        var proof = await proofs.LookAsync(domain, known.Value.Challenge);
        var held = await locks.HoldAsync(organization);
        if (held.IsFailure)
        {
            return held.Failure;
        }

        await using var lease = held.Value;
        if (stillDenied is not null && await stillDenied() is { } lost)
        {
            return lost;
        }

        // Removed and added again meanwhile it has another value.
        var now = await store.FindAsync(organization, domain);
        if (now.IsFailure || now.Value.Challenge != known.Value.Challenge)
        {
            return now.Failure ?? new NotFound();
        }

        var applied = await ApplyAsync(organization, domain, now.Value, proof);
        if (applied.Failure is null or Refused)
        {
            events.Publish(new DomainsChanged(organization));
        }

        return applied.IsFailure ? applied.Failure : proof;
    }

    private async Task<Result> ApplyAsync(OrganizationId organization, DomainName domain, OrganizationDomain row, DomainProof proof)
    {
        var now = time.GetUtcNow();
        (row.CheckedAt, row.Found) = (now, DomainStates.NameOf(proof));
        if (proof == DomainProof.Found)
        {
            return row.VerifiedAt is null ? await VerifyAsync(organization, domain, row, now) : await StandAsync(row, now);
        }

        if (row.VerifiedAt is null)
        {
            row.NextCheckAt = now < row.AddedAt + New ? now + WhileNew : null;
            return await store.SaveAsync(row);
        }

        var isGone = proof != DomainProof.NoAnswer || row.FoundAt is not { } found || now >= found + LongestSilence;
        row.MissingSince ??= isGone ? now : null;
        if (isGone && now >= row.MissingSince + DomainStates.Grace)
        {
            return await LapseAsync(organization, domain, row, now);
        }

        row.NextCheckAt = now + (proof == DomainProof.NoAnswer ? AfterNoAnswer : WhileLapsing);
        return await store.SaveAsync(row);
    }

    private async Task<Result> VerifyAsync(OrganizationId organization, DomainName domain, OrganizationDomain row, DateTimeOffset now)
    {
        var begun = await audit.BeginAsync(DomainActs.Of(AuditActions.VerifyDomain, organization, domain, after: new { record = DomainChallenge.NameFor(domain) }));
        if (begun.IsFailure)
        {
            return begun.Failure;
        }

        await using var intent = begun.Value;
        var found = row.FoundAt;
        (row.VerifiedAt, row.FoundAt, row.MissingSince, row.NextCheckAt) = (now, now, null, now + Regularly);
        var saved = await store.SaveAsync(row);
        await intent.CompleteAsync(saved.Failure);
        if (saved.Failure is Refused)
        {
            // What was found is kept, so that the page says why it is not verified all the same.
            (row.VerifiedAt, row.FoundAt, row.NextCheckAt) = (null, found, now < row.AddedAt + New ? now + WhileLapsing : null);
            await store.SaveAsync(row);
        }

        return saved;
    }

    private Task<Result> StandAsync(OrganizationDomain row, DateTimeOffset now)
    {
        (row.FoundAt, row.MissingSince, row.NextCheckAt) = (now, null, now + Regularly);
        return store.SaveAsync(row);
    }

    // While Logto does not answer the domain stays as it is, and is hidden all the same: its grace is over.
    private async Task<Result> LapseAsync(OrganizationId organization, DomainName domain, OrganizationDomain row, DateTimeOffset now)
    {
        var begun = await audit.BeginAsync(DomainActs.Of(AuditActions.LapseDomain, organization, domain, DomainActs.StateOf(row)));
        if (begun.IsFailure)
        {
            return begun.Failure;
        }

        await using var intent = begun.Value;
        var closed = await CloseAsync(organization, domain);
        if (closed.IsFailure)
        {
            row.NextCheckAt = now + AfterNoAnswer;
            await store.SaveAsync(row);
        }
        else
        {
            (row.VerifiedAt, row.MissingSince, row.NextCheckAt, row.Enrolment) = (null, null, null, DomainStates.Nothing);
            closed = await store.SaveAsync(row);
        }

        await intent.CompleteAsync(closed.Failure);
        return closed;
    }

    /// <summary>Nobody joins by it any more. Done also when nobody did.</summary>
    public async Task<Result> CloseAsync(OrganizationId organization, DomainName domain)
    {
        var closed = await justInTime.RemoveDomainAsync(organization, domain.Value).ToResultAsync();
        return closed.Failure is NotFound ? Result.Done : closed;
    }
}
