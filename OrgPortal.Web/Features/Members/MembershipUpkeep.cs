using OrgPortal.Web.Scheduling;

namespace OrgPortal.Web.Features.Members;

/// <summary>
/// Looks at the memberships with an end that are due: reminds, or ends them; and forgets what was kept of former members for long enough. What was due while no
/// node ran is done in the first round after it.
/// </summary>
internal sealed class MembershipUpkeep(MembershipTerms terms, FormerMembers former, MembershipEnding ending, MembershipNews news, TimeProvider time) : IRecurringWork
{
    /// <summary>By which the scheduler knows it.</summary>
    public const string Name = "members.terms";

    /// <summary>From one round to the next.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    private const int AtOnce = 100;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await former.ForgetOldAsync();
        while (!cancellationToken.IsCancellationRequested)
        {
            var due = await terms.ListDueAsync(AtOnce, cancellationToken);
            if (due.IsFailure || due.Value.Count == 0)
            {
                return;
            }

            var moved = 0;
            foreach (var term in due.Value.TakeWhile(_ => !cancellationToken.IsCancellationRequested))
            {
                var now = time.GetUtcNow();
                if (term.EndsAt <= now)
                {
                    await ending.EndAsync(term);
                    moved++;
                }
                else if (await terms.PostponeAsync(term, MembershipTerms.DueAfter(now, term.EndsAt)))
                {
                    // Put off first: of two nodes one reminds.
                    await news.RemindAsync(term);
                    moved++;
                }
            }

            if (moved == 0 || due.Value.Count < AtOnce)
            {
                return;
            }
        }
    }
}
