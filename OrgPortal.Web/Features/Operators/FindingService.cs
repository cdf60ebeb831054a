using OrgPortal.Web.Audit;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Events;
using OrgPortal.Web.Features.Organizations;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Operators;

internal sealed class FindingService(
    IOperatorGuard guard, FindingStore findings, OrganizationExamination examination, CreationJournal creations, CreationClearing clearing, IAuditTrail audit, ITenantEvents events) : IFindingService
{
    public async Task<Result<FindingPage>> ListAsync(PageRequest page, FindingKind? kind = null, CancellationToken cancellationToken = default)
    {
        if (await guard.DenyUnlessOperatorAsync(cancellationToken) is { } denied)
        {
            return denied;
        }

        var listed = await findings.ListAsync(kind, page, cancellationToken);
        var counted = await findings.CountAsync(cancellationToken);
        if ((listed.Failure ?? counted.Failure) is { } failure)
        {
            return failure;
        }

        var broken = await creations.ListBrokenOffAsync(cancellationToken);
        return new FindingPage(
            listed.Value,
            counted.Value,
            [.. broken.Take(FindingPage.MostHalfMade).Select(row => new HalfMadeOrganization(
                UserId.Parse(row.UserId, null), row.RequestId, row.Name, row.OrganizationId is { } id ? OrganizationId.Parse(id, null) : null, row.CreatedAt))]);
    }

    public async Task<Result<IReadOnlyList<Finding>>> RecheckAsync(OrganizationId organization)
    {
        if (await guard.DenyUnlessOperatorAsync() is { } denied)
        {
            return denied;
        }

        var examined = await examination.RunAsync(organization, pace: null, CancellationToken.None);
        var kept = examined.Failure is NotFound ? await findings.ForgetAsync(organization) : examined.IsFailure ? examined.Failure : await findings.KeepAsync(examined.Value);
        if (kept.IsFailure)
        {
            return kept.Failure;
        }

        events.Publish(new TenantSurveyed());
        return examined.IsFailure ? examined.Failure : await findings.ListOfAsync(organization, CancellationToken.None);
    }

    public async Task<Result> ClearAwayAsync(UserId creator, Guid creation)
    {
        if (await guard.DenyUnlessOperatorAsync() is { } denied)
        {
            return denied;
        }

        var found = await creations.FindAsync(creator, creation);
        if (found.IsFailure)
        {
            return found.Failure;
        }

        if (found.Value is not { } row || !creations.IsBrokenOff(row))
        {
            return new NotFound();
        }

        var intent = await audit.BeginAsync(new AuditAct(AuditActions.ClearCreation, null, "organization", row.OrganizationId, row.Name, new { creator = creator.Value, request = creation }));
        if (intent.IsFailure)
        {
            return intent.Failure;
        }

        await using var entry = intent.Value;
        var cleared = await clearing.RunAsync(creator, creation);
        await entry.CompleteAsync(cleared.Failure);
        if (!cleared.IsFailure)
        {
            events.Publish(new TenantSurveyed());
        }

        return cleared;
    }
}
