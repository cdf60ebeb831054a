using Microsoft.Extensions.DependencyInjection;
using OrgPortal.Web.Events;
using OrgPortal.Web.Logto;

namespace OrgPortal.Tests.Features.Members;

public sealed class MembersPageFollowingTests : MembersPageContext
{
    private readonly DirectEvents _events = new();

    public MembersPageFollowingTests() => Services.AddSingleton<IOrganizationEvents>(_events);

    [Fact]
    public async Task Many_changes_at_once_are_read_together()
    {
        var page = Open();
        var reading = House.Logto.Calls.Hold(ReadsPage);
        var first = _events.Handler!(new MembersChanged(House.Acme));

        for (var number = 0; number < 10; number++)
        {
            await _events.Handler(new MembersChanged(House.Acme, House.AddMember($"Erin {number}")));
        }

        Assert.Equal(2, House.Logto.Calls.CountOf(ReadsPage));
        reading.SetResult();
        await first;

        Assert.Equal(3, House.Logto.Calls.CountOf(ReadsPage));
        Assert.Equal(13, Names(page).Count);
    }

    // The hub calls handlers in the background; here the test decides when.
    private sealed class DirectEvents : IOrganizationEvents
    {
        public Func<OrganizationEvent, Task>? Handler { get; private set; }

        public void Publish(OrganizationEvent organizationEvent)
        {
            // Nobody announces anything here.
        }

        public IDisposable Subscribe(OrganizationId organization, Func<OrganizationEvent, Task> handler)
        {
            // The page listens before what it holds does.
            Handler ??= handler;
            return new MemoryStream();
        }

        public IDisposable SubscribeToAll(Action<OrganizationEvent> handler) => new MemoryStream();
    }
}
