using OrgPortal.Web.Audit;
using OrgPortal.Web.Authentication;
using OrgPortal.Web.Events;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Security;

/// <summary>What is done inside the organization's lock: the facts as they are now, the rules, the record, the act, the announcement.</summary>
internal sealed class SecondFactorChanges(SecondFactorPlans plans, SecondFactorRules rules, IOrganizationsClient organizations, IAuditTrail audit, IOrganizationEvents events)
{
    /// <summary>Requires one, now or from a day on.</summary>
    public async Task<Result> RequireAsync(OrganizationId organization, Person actor, DateTimeOffset? from, SecondFactorAcceptance accept)
    {
        var before = await ReadAsync(organization);
        if (before.IsFailure)
        {
            return before.Failure;
        }

        if (before.Value.IsRequired)
        {
            return from is null ? Result.Done : new Refused(RefusalReasons.ChangedMeanwhile);
        }

        if (from is not null && before.Value.From == from)
        {
            return Result.Done;
        }

        var act = SecondFactorActs.Of(
            AuditActions.RequireSecondFactor, organization, new { required = false, from = before.Value.From }, new { required = from is null, from, accepted = accept == SecondFactorAcceptance.Nothing ? null : accept.ToString() });
        var refused = await rules.RefuseWithoutOfferAsync() ?? await rules.RefuseLockOutAsync(organization, actor.Id, accept);
        return refused is not null
            ? await RefuseAsync(act, refused)
            : await ActAsync(act, organization, async () => from is { } day ? await plans.SetAsync(organization, day, actor) : await SwitchAsync(organization, true));
    }

    /// <summary>Takes the day back.</summary>
    public async Task<Result> CallOffAsync(OrganizationId organization)
    {
        var plan = await plans.FindAsync(organization);
        return plan switch
        {
            { IsFailure: true } => plan.Failure,
            { Value: null } => Result.Done,
            _ => await ActAsync(
                SecondFactorActs.Of(AuditActions.CallOffSecondFactor, organization, new { required = false, from = plan.Value.TakesEffectAt }, new { required = false }),
                organization, () => plans.RemoveAsync(organization)),
        };
    }

    /// <summary>Requires none any more, and forgets a day.</summary>
    public async Task<Result> LiftAsync(OrganizationId organization)
    {
        var before = await ReadAsync(organization);
        if (before.IsFailure)
        {
            return before.Failure;
        }

        return before.Value is { IsRequired: false, From: null }
            ? Result.Done
            : await ActAsync(
                SecondFactorActs.Of(AuditActions.LiftSecondFactor, organization, new { required = before.Value.IsRequired, from = before.Value.From }, new { required = false }),
                organization, () => SwitchAsync(organization, false));
    }

    private async Task<Result<(bool IsRequired, DateTimeOffset? From)>> ReadAsync(OrganizationId organization)
    {
        var reading = organizations.GetAsync(organization).ToResultAsync();
        var plan = await plans.FindAsync(organization);
        var found = await reading;
        return (found.Failure ?? plan.Failure) is { } failure ? failure : (found.Value.IsMfaRequired, plan.Value?.TakesEffectAt);
    }

    private async Task<Result> SwitchAsync(OrganizationId organization, bool isRequired)
    {
        var switched = await organizations.UpdateAsync(organization, new OrganizationChange(IsMfaRequired: isRequired)).ToResultAsync();
        return switched.IsFailure ? switched.Failure : await plans.RemoveAsync(organization);
    }

    private async Task<Result> RefuseAsync(AuditAct act, Failure refused)
    {
        // An outage is no attempt at more than is allowed, and who is stopped is asked about, not refused.
        if (refused is Refused { Reason: RefusalReasons.NoSecondFactorOffered })
        {
            await audit.RecordDenialAsync(act, refused);
        }

        return refused;
    }

    private async Task<Result> ActAsync(AuditAct act, OrganizationId organization, Func<Task<Result>> run)
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
            // A lost answer may stand for a change that was made: whoever remembers asks again.
            events.Publish(new OrganizationChanged(organization));
        }

        return done;
    }
}
