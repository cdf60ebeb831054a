using OrgPortal.Web.Audit;
using OrgPortal.Web.Authentication;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Events;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Operators;

internal sealed class SurveyService(
    IOperatorGuard guard, ICurrentUser currentUser, SurveyJournal journal, SurveyStart work, IAuditTrail audit, ITenantEvents events) : ISurveyService
{
    public async Task<Result<SurveyProgress?>> GetAsync(CancellationToken cancellationToken = default)
    {
        if (await guard.DenyUnlessOperatorAsync(cancellationToken) is { } denied)
        {
            return denied;
        }

        var found = await journal.FindAsync(cancellationToken);
        return found.IsFailure ? found.Failure : Result.Of(found.Value is { } row ? SurveyProgress.Of(row) : null);
    }

    public async Task<Result> StartAsync()
    {
        if (await guard.DenyUnlessOperatorAsync() is { } denied)
        {
            return denied;
        }

        var person = (await currentUser.GetAsync())!;
        return await ActAsync(AuditActions.StartSurvey, async () => await journal.BeginAsync(person) is { IsFailure: true } refused ? refused : await GoOnAsync());
    }

    public async Task<Result> PauseAsync()
    {
        if (await guard.DenyUnlessOperatorAsync() is { } denied)
        {
            return denied;
        }

        return await ActAsync(AuditActions.PauseSurvey, () => journal.MoveAsync([SurveyStates.Running], SurveyStates.Paused));
    }

    public async Task<Result> ResumeAsync()
    {
        if (await guard.DenyUnlessOperatorAsync() is { } denied)
        {
            return denied;
        }

        return await ActAsync(AuditActions.ResumeSurvey, async () => await journal.MoveAsync([SurveyStates.Paused], SurveyStates.Running) is { IsFailure: true } refused ? refused : await GoOnAsync());
    }

    public async Task<Result> CancelAsync()
    {
        if (await guard.DenyUnlessOperatorAsync() is { } denied)
        {
            return denied;
        }

        return await ActAsync(AuditActions.CancelSurvey, () => journal.MoveAsync([SurveyStates.Running, SurveyStates.Paused], SurveyStates.Cancelled));
    }

    private async Task<Result> ActAsync(string action, Func<Task<Result>> act)
    {
        var intent = await audit.BeginAsync(new AuditAct(action, null, "survey"));
        if (intent.IsFailure)
        {
            return intent.Failure;
        }

        await using var entry = intent.Value;
        var done = await act();
        await entry.CompleteAsync(done.Failure);
        if (!done.IsFailure)
        {
            events.Publish(new TenantSurveyed());
        }

        return done;
    }

    private async Task<Result> GoOnAsync()
    {
        await work.GoOnAsync();
        return Result.Done;
    }
}
