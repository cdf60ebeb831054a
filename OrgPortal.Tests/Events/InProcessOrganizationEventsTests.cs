using System.Globalization;
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

    [Fact]
    public async Task Subscribers_are_called_in_their_own_language_whoever_caused_it()
    {
        var heard = new TaskCompletionSource<(string, string)>();
        var (chinese, german) = (CultureInfo.GetCultureInfo("zh-Hans"), CultureInfo.GetCultureInfo("de"));
        var told = new List<string>();
        (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture) = (chinese, german);
        using var page = _events.Subscribe(Acme, async _ =>
        {
            await Task.Yield();
            heard.TrySetResult((CultureInfo.CurrentUICulture.Name, CultureInfo.CurrentCulture.Name));
        });
        using var all = _events.SubscribeToAll(_ => told.Add(CultureInfo.CurrentUICulture.Name));
        (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture) = (CultureInfo.InvariantCulture, CultureInfo.InvariantCulture);

        _events.Publish(new MembersChanged(Acme));

        Assert.Equal(("zh-Hans", "de"), await heard.Task.WaitAsync(Patience.Limit));
        Assert.Equal("zh-Hans", Assert.Single(told));
        Assert.Equal(string.Empty, CultureInfo.CurrentUICulture.Name);
    }
}
