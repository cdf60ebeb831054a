using Microsoft.Extensions.Logging.Abstractions;
using OrgPortal.Tests.Support;
using OrgPortal.Web.Events;
using OrgPortal.Web.Logto;

namespace OrgPortal.Tests.Events;

public sealed class InProcessOrganizationEventsTests
{
    private static readonly OrganizationId Acme = OrganizationId.Parse("acme12345678");
    private static readonly OrganizationId Globex = OrganizationId.Parse("globex123456");
    private readonly InProcessOrganizationEvents _events = new(NullLogger<InProcessOrganizationEvents>.Instance);

    [Fact]
    public async Task A_subscriber_hears_its_own_organization_only()
    {
        var heard = new TaskCompletionSource<OrganizationEvent>();
        using var acme = _events.Subscribe(Acme, e => { heard.TrySetResult(e); return Task.CompletedTask; });

        _events.Publish(new MembersChanged(Globex));
        _events.Publish(new InvitationsChanged(Acme));

        Assert.Equal(new InvitationsChanged(Acme), await heard.Task.WaitAsync(Patience.Limit));
    }

    [Fact]
    public async Task One_failing_subscriber_harms_no_other()
    {
        var heard = new TaskCompletionSource();
        using var broken = _events.Subscribe(Acme, _ => throw new InvalidOperationException("broken"));
        using var whole = _events.Subscribe(Acme, _ => { heard.TrySetResult(); return Task.CompletedTask; });

        _events.Publish(new MembersChanged(Acme));

        await heard.Task.WaitAsync(Patience.Limit);
    }

    [Fact]
    public void Caches_have_forgotten_before_publishing_returns()
    {
        OrganizationEvent? forgotten = null;
        using var cache = _events.SubscribeToAll(e => forgotten = e);

        _events.Publish(new OrganizationDeleted(Acme));

        Assert.Equal(new OrganizationDeleted(Acme), forgotten);
    }
}
