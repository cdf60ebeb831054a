using OrgPortal.Web.Audit;
using OrgPortal.Web.Authentication;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Events;
using OrgPortal.Web.Locks;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;
using OrgPortal.Web.Scheduling;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.Security;

/// <summary>
/// Requires a second factor because the day has come: for whoever set the day, and only if that person may still do it. Where they may not, or the tenant offers none any
/// more, the day is taken away and the administrators are told.
/// </summary>
internal sealed class SecondFactorEnforcing(
    SecondFactorPlans plans,
    SecondFactorRules rules,
    ActingPerson acting,
    IOrganizationGuard guard,
    IOrganizationHolds holds,
    IOrganizationLocks locks,
    IOrganizationsClient organizations,
    IAuditTrail audit,
    IOrganizationEvents events,
    SecondFactorNews news,
    TimeProvider time) : IDurableWork
{
    /// <summary>By which the store knows it.</summary>
    public const string Name = "second_factor.enforce";

    private static readonly TimeSpan Again = TimeSpan.FromMinutes(1);

    public async Task<TimeSpan?> RunAsync(string id, CancellationToken cancellationToken)
    {
        var organization = OrganizationId.Parse(id, null);
        var found = await plans.FindAsync(organization, cancellationToken);
        if (found.IsFailure)
        {
            return Again;
        }

        if (found.Value is not { } plan || plan.TakesEffectAt > time.GetUtcNow())
        {
            return null;
        }

        // Closed, but perhaps not for ever: the day stays, and is looked at again.
        if (await holds.DenyIfHeldAsync(organization, cancellationToken) is not null)
        {
            return null;
        }

        acting.ActFor(new Person(UserId.Parse(plan.SetById, null), plan.SetByName, null, null, null));
        var failure = await guard.DenyUnlessAsync(organization, OrganizationPermissions.ManageSecurity) ?? await EnforceAsync(organization, plan);
        switch (failure)
        {
            case Unavailable or LimitReached:
                return Again;
            case null or Refused { Reason: RefusalReasons.ChangedMeanwhile }:
                return null;
        }

        if ((await plans.RemoveAsync(organization)).IsFailure)
        {
            return Again;
        }

        events.Publish(new OrganizationChanged(organization));
        if (failure is not NotFound)
        {
            await news.TellNotEnforcedAsync(organization, plan);
        }

        return null;
    }

    private async Task<Failure?> EnforceAsync(OrganizationId organization, SecondFactorPlan due)
    {
        var held = await locks.HoldAsync(organization);
        if (held.IsFailure)
        {
            return held.Failure;
        }

        await using (held.Value)
        {
            // Somebody may have moved the day or taken it back while this waited.
            var now = await plans.FindAsync(organization);
            if (now.IsFailure || now.Value?.TakesEffectAt != due.TakesEffectAt)
            {
                return now.Failure ?? new Refused(RefusalReasons.ChangedMeanwhile);
            }

            var act = SecondFactorActs.Of(AuditActions.EnforceSecondFactor, organization, new { required = false, from = due.TakesEffectAt }, new { required = true, setBy = due.SetByName });
            if (await rules.RefuseWithoutOfferAsync() is { } refused)
            {
                if (refused is Refused)
                {
                    await audit.RecordDenialAsync(act, refused);
                }

                return refused;
            }

            var begun = await audit.BeginAsync(act);
            if (begun.IsFailure)
            {
                return begun.Failure;
            }

            await using var intent = begun.Value;
            var done = await organizations.UpdateAsync(organization, new OrganizationChange(IsMfaRequired: true)).ToResultAsync();
            await intent.CompleteAsync(done.Failure);
            if (done.Failure is null)
            {
                // What stays here by an outage of the store finds it required already, and changes nothing.
                await plans.RemoveAsync(organization);
            }

            if (done.Failure is null or Unavailable)
            {
                events.Publish(new OrganizationChanged(organization));
            }

            if (done.IsFailure)
            {
                return done.Failure;
            }
        }

        // Told outside the lock.
        await news.TellEnforcedAsync(organization, due);
        return null;
    }
}
