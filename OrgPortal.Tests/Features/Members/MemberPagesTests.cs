using System.Collections.Concurrent;
using System.Reflection;
using CsCheck;
using Microsoft.Extensions.Logging.Abstractions;
using OrgPortal.Tests.Properties;
using OrgPortal.Tests.Support;
using OrgPortal.Tests.Support.Fakes;
using OrgPortal.Web.Events;
using OrgPortal.Web.Features.Members;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;

namespace OrgPortal.Tests.Features.Members;

/// <summary>Pages of members that several wait for.</summary>
public sealed class MemberPagesTests : IDisposable
{
    private static readonly OrganizationId Acme = OrganizationId.Parse("acme", null);
    private readonly SqliteStore _store = new();

    public void Dispose() => _store.Dispose();

    /// <summary>
    /// Everything that can happen in any order: somebody asks, somebody changes a member, which is announced before they are told that it is done, a read looks, a read's answer
    /// comes. What is answered is never older than the change before the question; the total says how many there had been.
    /// </summary>
    [Fact]
    public void Nobody_is_told_what_was_true_before_an_announced_change() => Cases.Check(Gen.Int[0, 3].Array[1, 24], history =>
    {
        var (client, events) = ((Reads)(object)DispatchProxy.Create<IOrganizationMembersClient, Reads>(), new FakeOrganizationEvents());
        using var pages = new MemberPages((IOrganizationMembersClient)(object)client, new MembershipTerms(_store, TimeProvider.System, NullLogger<MembershipTerms>.Instance), events);
        var (changes, asked) = (0, new List<(int Since, Task<Result<PageOfMembers>> Answer)>());
        foreach (var happening in history.Concat(Enumerable.Repeat(3, 64)))
        {
            switch (happening)
            {
                case 0:
                    asked.Add((changes, pages.ReadAsync(Acme, new MemberQuery(), CancellationToken.None)));
                    break;
                case 1:
                    changes++;
                    events.Publish(new MembersChanged(Acme));
                    break;
                case 2 when client.UnderWay.TryPeek(out var looking):
                    looking.Seen ??= changes;
                    break;
                case 3 when client.UnderWay.TryDequeue(out var answered):
                    var open = asked.Count(one => !one.Answer.IsCompleted);
                    answered.Answer.SetResult(new Page<OrganizationMember>([], new PageRequest(1, 20), answered.Seen ?? changes));
                    Assert.True(SpinWait.SpinUntil(() => asked.Count(one => !one.Answer.IsCompleted) < open, TimeSpan.FromSeconds(30)), "Nobody was answered.");
                    break;
            }
        }

        Assert.All(asked, one => Assert.True(one.Answer.GetAwaiter().GetResult().Value.Members.TotalCount >= one.Since));
    }, costing: 20);

    [Fact]
    public async Task Whoever_asks_while_a_read_is_under_way_is_answered_by_it()
    {
        var client = (Reads)(object)DispatchProxy.Create<IOrganizationMembersClient, Reads>();
        using var pages = new MemberPages((IOrganizationMembersClient)(object)client, new MembershipTerms(_store, TimeProvider.System, NullLogger<MembershipTerms>.Instance), new FakeOrganizationEvents());

        Task<Result<PageOfMembers>>[] asked = [.. Enumerable.Range(0, 5).Select(_ => pages.ReadAsync(Acme, new MemberQuery(), CancellationToken.None))];
        Assert.Single(client.UnderWay).Answer.SetResult(new Page<OrganizationMember>([], new PageRequest(1, 20), 7));
        var answers = await Task.WhenAll(asked);

        Assert.All(answers, answer => Assert.Same(answers[0].Value, answer.Value));
        _ = pages.ReadAsync(Acme, new MemberQuery(), CancellationToken.None);
        Assert.Equal(2, client.UnderWay.Count);
    }

    /// <summary>Logto's list of members, answered by hand.</summary>
    public class Reads : DispatchProxy
    {
        internal ConcurrentQueue<Looking> UnderWay { get; } = new();

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            Assert.Equal(nameof(IOrganizationMembersClient.ListAsync), targetMethod?.Name);
            var looking = new Looking();
            UnderWay.Enqueue(looking);
            return looking.Answer.Task;
        }
    }

    public sealed class Looking
    {
        internal TaskCompletionSource<Page<OrganizationMember>> Answer { get; } = new();

        internal int? Seen { get; set; }
    }
}
