using Microsoft.Extensions.Options;
using OrgPortal.Web.Audit;
using OrgPortal.Web.Authentication;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Events;
using OrgPortal.Web.Features.Organizations;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.Operators;

internal sealed class CreationSwitchService(
    IOperatorGuard guard, ICurrentUser currentUser, CreationSuspensions suspensions, IAuditTrail audit, ITenantEvents events, IOptions<OrganizationOptions> options) : ICreationSwitchService
{
    public async Task<Result<CreationStanding>> GetAsync(CancellationToken cancellationToken = default)
    {
        if (await guard.DenyUnlessOperatorAsync(cancellationToken) is { } denied)
        {
            return denied;
        }

        var found = await suspensions.FindAsync(cancellationToken);
        return found.IsFailure
            ? found.Failure
            : new CreationStanding(options.Value.Policy != CreationPolicy.Nobody, found.Value is not null, found.Value?.Sentence, found.Value?.SuspendedAt, found.Value?.SuspendedByName);
    }

    public async Task<Result> SuspendAsync(string? sentence)
    {
        if (await guard.DenyUnlessOperatorAsync() is { } denied)
        {
            return denied;
        }

        var clean = string.IsNullOrWhiteSpace(sentence) || VisibleText.IsBlank(sentence) ? null : sentence.Trim();
        if (Refuse(clean) is { } wrong)
        {
            return wrong;
        }

        var person = (await currentUser.GetAsync())!;
        return await ActAsync(new AuditAct(AuditActions.SuspendCreation, null, "creation", After: new { sentence = clean }), () => suspensions.BeginAsync(person, clean));
    }

    public async Task<Result> ResumeAsync()
    {
        if (await guard.DenyUnlessOperatorAsync() is { } denied)
        {
            return denied;
        }

        return await ActAsync(new AuditAct(AuditActions.ResumeCreation, null, "creation"), suspensions.EndAsync);
    }

    private static Invalid? Refuse(string? sentence) => sentence switch
    {
        null => null,
        { Length: > CreationSuspension.LongestSentence } => new Invalid("sentence", "too_long"),
        _ when VisibleText.HoldsInvisible(sentence, linesAllowed: false) => new Invalid("sentence", "control_characters"),
        _ => null,
    };

    private async Task<Result> ActAsync(AuditAct act, Func<Task<Result>> run)
    {
        var intent = await audit.BeginAsync(act);
        if (intent.IsFailure)
        {
            return intent.Failure;
        }

        await using var entry = intent.Value;
        var done = await run();
        await entry.CompleteAsync(done.Failure);
        if (!done.IsFailure)
        {
            events.Publish(new CreationSwitched());
        }

        return done;
    }
}
