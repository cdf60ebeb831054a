using System.Collections.Concurrent;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Authorization;

/// <summary>
/// Answers with yes or no, remembered for a while from the moment they were asked for. Equal questions at the same time are one; a failure is never remembered, and what is
/// forgotten while it is being asked is asked again by the next.
/// </summary>
/// <typeparam name="TKey">About what.</typeparam>
/// <param name="ask">Asks Logto, or the store.</param>
/// <param name="yesFor">How long yes counts.</param>
/// <param name="noFor">How long no counts.</param>
/// <param name="time">The clock.</param>
internal sealed class RecentAnswers<TKey>(Func<TKey, Task<Result<bool>>> ask, TimeSpan yesFor, TimeSpan noFor, TimeProvider time)
    where TKey : notnull
{
    private const int SweepAt = 10_000;

    private readonly ConcurrentDictionary<TKey, Question> _asked = new();

    /// <summary>The answer as known, or as asked for now.</summary>
    public Task<Result<bool>> GetAsync(TKey about, CancellationToken cancellationToken)
    {
        var question = _asked.TryGetValue(about, out var known) && IsUsable(known)
            ? known
            : _asked.AddOrUpdate(about, Begin, (key, meanwhile) => IsUsable(meanwhile) ? meanwhile : Begin(key));
        return question.Answer.Value.WaitAsync(cancellationToken);
    }

    /// <summary>The answer as it is now, which the next may use.</summary>
    public Task<Result<bool>> GetFreshAsync(TKey about, CancellationToken cancellationToken)
    {
        var question = Begin(about);
        _asked[about] = question;
        return question.Answer.Value.WaitAsync(cancellationToken);
    }

    /// <summary>The next asks.</summary>
    public void Forget(TKey about) => _asked.TryRemove(about, out _);

    private Question Begin(TKey about)
    {
        // Only where something is asked anyway: counting what is remembered locks all of it.
        Sweep();
        return new Question(time.GetUtcNow(), new Lazy<Task<Result<bool>>>(() => ask(about)));
    }

    private bool IsUsable(Question question)
    {
        var age = time.GetUtcNow() - question.AskedAt;
        return !question.Answer.IsValueCreated || !question.Answer.Value.IsCompleted
            ? age < yesFor
            : question.Answer.Value is { IsCompletedSuccessfully: true, Result: { IsFailure: false, Value: var answer } } && age < (answer ? yesFor : noFor);
    }

    private void Sweep()
    {
        if (_asked.Count < SweepAt)
        {
            return;
        }

        foreach (var old in _asked.Where(known => !IsUsable(known.Value)))
        {
            _asked.TryRemove(old);
        }
    }

    private sealed record Question(DateTimeOffset AskedAt, Lazy<Task<Result<bool>>> Answer);
}
