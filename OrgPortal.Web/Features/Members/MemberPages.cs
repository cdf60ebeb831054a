using System.Collections.Concurrent;
using System.Collections.ObjectModel;
using OrgPortal.Web.Events;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.Members;

/// <summary>
/// Pages of members from Logto, and until when they are members. Whoever asks while the same page is on its way gets that answer: the circuit joins the read that
/// prerendering began, and a change makes one read for all who look at the same page. Nothing is kept, and nobody joins a read
/// that began before a change was announced. Callers have been let through by the guard one by one.
/// </summary>
internal sealed class MemberPages : IDisposable
{
    private readonly ConcurrentDictionary<Question, TaskCompletionSource<Result<PageOfMembers>>> _underWay = new();
    private readonly IOrganizationMembersClient _members;
    private readonly MembershipTerms _terms;
    private readonly IDisposable _subscription;

    public MemberPages(IOrganizationMembersClient members, MembershipTerms terms, IOrganizationEvents events)
    {
        (_members, _terms) = (members, terms);
        _subscription = events.SubscribeToAll(Forget);
    }

    /// <summary>Reads the page. Cancelling stops the waiting, not the read, which others may wait for.</summary>
    public Task<Result<PageOfMembers>> ReadAsync(OrganizationId organization, MemberQuery query, CancellationToken cancellationToken)
    {
        var question = new Question(organization, query.Request, query.Text, query.Role);
        if (_underWay.TryGetValue(question, out var others))
        {
            return others.Task.WaitAsync(cancellationToken);
        }

        // Whoever comes meanwhile waits without holding a thread, and all are answered side by side.
        var mine = new TaskCompletionSource<Result<PageOfMembers>>(TaskCreationOptions.RunContinuationsAsynchronously);
        var reading = _underWay.GetOrAdd(question, mine);
        if (ReferenceEquals(reading, mine))
        {
            _ = AnswerAsync(question, mine);
        }

        return reading.Task.WaitAsync(cancellationToken);
    }

    public void Dispose() => _subscription.Dispose();

    private async Task AnswerAsync(Question question, TaskCompletionSource<Result<PageOfMembers>> mine)
    {
        var reading = AskAsync(question);
        await Task.WhenAny(reading);
        // First, so that whoever asks again at once does not join what is over.
        _underWay.TryRemove(KeyValuePair.Create(question, mine));
        mine.SetFromTask(reading);
    }

    private async Task<Result<PageOfMembers>> AskAsync(Question question)
    {
        var page = await _members.ListAsync(question.Organization, question.Page, question.Search, question.Role, CancellationToken.None).ToResultAsync();
        if (page.IsFailure)
        {
            return page.Failure;
        }

        // A list is worth more than the days in it.
        var terms = await _terms.ListIfUsedAsync(question.Organization, [.. page.Value.Items.Select(member => member.Id)]);
        return new PageOfMembers(page.Value, terms.IsFailure ? ReadOnlyDictionary<UserId, MembershipTerm>.Empty : terms.Value);
    }

    private void Forget(OrganizationEvent happened)
    {
        if (happened is MembersChanged or OrganizationDeleted)
        {
            _terms.Forget(happened.Organization);
            foreach (var question in _underWay.Keys.Where(question => question.Organization == happened.Organization))
            {
                _underWay.TryRemove(question, out _);
            }
        }
    }

    private readonly record struct Question(OrganizationId Organization, PageRequest Page, string? Search, OrganizationRoleId? Role);
}
