using System.Collections.Concurrent;
using OrgPortal.Web.Events;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Members;

/// <summary>
/// Pages of members from Logto. Whoever asks while the same page is on its way gets that answer: the circuit joins the read that
/// prerendering began, and a change makes one read for all who look at the same page. Nothing is kept, and nobody joins a read
/// that began before a change was announced. Callers have been let through by the guard one by one.
/// </summary>
internal sealed class MemberPages : IDisposable
{
    private readonly ConcurrentDictionary<Question, Lazy<Task<Result<Page<OrganizationMember>>>>> _underWay = new();
    private readonly IOrganizationMembersClient _members;
    private readonly IDisposable _subscription;

    public MemberPages(IOrganizationMembersClient members, IOrganizationEvents events)
    {
        _members = members;
        _subscription = events.SubscribeToAll(Forget);
    }

    /// <summary>Reads the page. Cancelling stops the waiting, not the read, which others may wait for.</summary>
    public Task<Result<Page<OrganizationMember>>> ReadAsync(OrganizationId organization, MemberQuery query, CancellationToken cancellationToken)
    {
        var question = new Question(organization, query.Request, query.Text, query.Role);
        var mine = new Lazy<Task<Result<Page<OrganizationMember>>>>(() => AskAsync(question));
        var reading = _underWay.GetOrAdd(question, mine);
        var answer = reading.Value;
        if (ReferenceEquals(reading, mine))
        {
            _ = answer.ContinueWith(_ => _underWay.TryRemove(KeyValuePair.Create(question, mine)), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }

        return answer.WaitAsync(cancellationToken);
    }

    public void Dispose() => _subscription.Dispose();

    private Task<Result<Page<OrganizationMember>>> AskAsync(Question question) =>
        _members.ListAsync(question.Organization, question.Page, question.Search, question.Role, CancellationToken.None).ToResultAsync();

    private void Forget(OrganizationEvent happened)
    {
        if (happened is MembersChanged or OrganizationDeleted)
        {
            foreach (var question in _underWay.Keys.Where(question => question.Organization == happened.Organization))
            {
                _underWay.TryRemove(question, out _);
            }
        }
    }

    private readonly record struct Question(OrganizationId Organization, PageRequest Page, string? Search, OrganizationRoleId? Role);
}
