using Microsoft.EntityFrameworkCore;
using OrgPortal.Web.Authentication;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.Operators;

/// <summary>How far the survey is, in the store: one row, so that there is one survey, whichever node does it.</summary>
internal sealed partial class SurveyJournal(IDbContextFactory<PortalDbContext> store, TimeProvider time, ILogger<SurveyJournal> logger)
{
    /// <summary>The survey that is under way, or the last; nothing for none.</summary>
    public Task<Result<TenantSurvey?>> FindAsync(CancellationToken cancellationToken = default) =>
        TryAsync(context => context.TenantSurveys.AsNoTracking().SingleOrDefaultAsync(row => row.Id == TenantSurvey.Only, cancellationToken));

    /// <summary>Begins another one.</summary>
    /// <param name="by">Who asked; <see langword="null"/> for the portal by itself.</param>
    /// <returns><see cref="Refused"/> with <see cref="RefusalReasons.SurveyUnderWay"/> while one is.</returns>
    public async Task<Result> BeginAsync(Person? by)
    {
        var now = time.GetUtcNow();
        var begun = await TryAsync(async context =>
        {
            var run = Guid.NewGuid().ToString("N");
            var row = await context.TenantSurveys.AsNoTracking().SingleOrDefaultAsync(row => row.Id == TenantSurvey.Only);
            if (row is null)
            {
                context.Add(new TenantSurvey
                {
                    Run = run, State = SurveyStates.Running, StartedById = by?.Id.Value, StartedByName = by?.Name, StartedAt = now, ChangedAt = now, NextPage = 1, Total = 0, Seen = 0,
                });
                return await context.SaveChangesAsync();
            }

            // Of two that begin at once, one does. The last one's number stands in for the number of organizations until Logto has said it.
            return await context.TenantSurveys.Where(one => one.Run == row.Run && one.State != SurveyStates.Running && one.State != SurveyStates.Paused).ExecuteUpdateAsync(set => set
                .SetProperty(one => one.Run, run).SetProperty(one => one.State, SurveyStates.Running).SetProperty(one => one.Reason, (string?)null)
                .SetProperty(one => one.StartedById, by == null ? null : by.Id.Value).SetProperty(one => one.StartedByName, by == null ? null : by.Name)
                .SetProperty(one => one.StartedAt, now).SetProperty(one => one.ChangedAt, now).SetProperty(one => one.EndedAt, (DateTimeOffset?)null).SetProperty(one => one.WaitUntil, (DateTimeOffset?)null)
                .SetProperty(one => one.NextPage, 1).SetProperty(one => one.Seen, 0));
        });
        return begun.IsFailure ? begun.Failure : begun.Value == 0 ? new Refused(RefusalReasons.SurveyUnderWay) : Result.Done;
    }

    /// <summary>Changes its state, if it is in one of these.</summary>
    /// <returns><see cref="Refused"/> with <see cref="RefusalReasons.SurveyNotThere"/> when it is not.</returns>
    public async Task<Result> MoveAsync(IReadOnlyList<string> from, string to)
    {
        var now = time.GetUtcNow();
        var ended = to is SurveyStates.Cancelled ? now : (DateTimeOffset?)null;
        var moved = await TryAsync(context => context.TenantSurveys.Where(row => from.Contains(row.State)).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.State, to).SetProperty(row => row.EndedAt, ended).SetProperty(row => row.WaitUntil, (DateTimeOffset?)null).SetProperty(row => row.Reason, (string?)null).SetProperty(row => row.ChangedAt, now)));
        return moved.IsFailure ? moved.Failure : moved.Value == 0 ? new Refused(RefusalReasons.SurveyNotThere) : Result.Done;
    }

    /// <summary>Whether it still goes on, as far as anybody knows.</summary>
    public async Task<bool> GoesOnAsync(TenantSurvey survey, CancellationToken cancellationToken)
    {
        var goes = await TryAsync(context => Running(context, survey).AnyAsync(cancellationToken));
        return !goes.IsFailure && goes.Value;
    }

    /// <summary>A page was looked at.</summary>
    /// <returns>Whether it still went on.</returns>
    public async Task<Result<bool>> AdvanceAsync(TenantSurvey survey, int seen, int total)
    {
        var now = time.GetUtcNow();
        var moved = await TryAsync(context => Running(context, survey).Where(row => row.NextPage == survey.NextPage).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.NextPage, survey.NextPage + 1).SetProperty(row => row.Seen, survey.Seen + seen).SetProperty(row => row.Total, total)
            .SetProperty(row => row.WaitUntil, (DateTimeOffset?)null).SetProperty(row => row.Reason, (string?)null).SetProperty(row => row.ChangedAt, now)));
        return moved.IsFailure ? moved.Failure : moved.Value == 1;
    }

    /// <summary>Has it wait.</summary>
    public Task WaitAsync(TenantSurvey survey, DateTimeOffset until, string reason)
    {
        var now = time.GetUtcNow();
        return TryAsync(context => Running(context, survey).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.WaitUntil, until).SetProperty(row => row.Reason, reason).SetProperty(row => row.ChangedAt, now)));
    }

    /// <summary>It is at its end, or stopped.</summary>
    public async Task<Result> EndAsync(TenantSurvey survey, string state, string? reason)
    {
        var now = time.GetUtcNow();
        var whole = state == SurveyStates.Done ? now : survey.WholeAt;
        var ended = await TryAsync(context => Running(context, survey).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.State, state).SetProperty(row => row.Reason, reason).SetProperty(row => row.WaitUntil, (DateTimeOffset?)null)
            .SetProperty(row => row.EndedAt, now).SetProperty(row => row.ChangedAt, now).SetProperty(row => row.WholeAt, whole)));
        return ended.IsFailure ? ended.Failure : Result.Done;
    }

    private static IQueryable<TenantSurvey> Running(PortalDbContext context, TenantSurvey survey) =>
        context.TenantSurveys.Where(row => row.Run == survey.Run && row.State == SurveyStates.Running);

    private Task<Result<T>> TryAsync<T>(Func<PortalDbContext, Task<T>> act) => store.TryAsync(act, StoreFailed);

    [LoggerMessage(Level = LogLevel.Error, Message = "The store did not read or write how far the survey of the tenant is.")]
    private partial void StoreFailed(Exception exception);
}
