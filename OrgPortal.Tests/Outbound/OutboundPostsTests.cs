using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using OrgPortal.Tests.Images;
using OrgPortal.Web.Outbound;

namespace OrgPortal.Tests.Outbound;

public sealed class OutboundPostsTests : IAsyncLifetime
{
    private PictureHost _host = null!;

    public async Task InitializeAsync() => _host = await PictureHost.StartAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task A_post_tells_what_it_has_to_and_nothing_of_who_sends()
    {
        var body = string.Empty;
        using var posts = Posts();
        var answer = await posts.PostAsync(
            Post(_host.Answer("/hook", async context =>
            {
                using var reader = new StreamReader(context.Request.Body);
                body = await reader.ReadToEndAsync();
                context.Response.StatusCode = 202;
                context.Response.Headers.RetryAfter = "120";
                await context.Response.WriteAsync("thanks");
            })),
            CancellationToken.None);

        Assert.Equal((202, "thanks", TimeSpan.FromMinutes(2), null), (answer.Status, answer.Excerpt, answer.RetryAfter, answer.Trouble));
        Assert.Equal("{}", body);
        Assert.Equal(["Content-Length", "Content-Type", "Host", "User-Agent", "webhook-id"], _host.LastRequest.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("application/json; charset=utf-8", _host.LastRequest["Content-Type"]);
    }

    [Fact]
    public async Task A_redirect_is_an_answer_and_not_followed()
    {
        using var posts = Posts();
        var answer = await posts.PostAsync(
            Post(_host.Answer("/hook", context =>
            {
                context.Response.Redirect(_host.At("/elsewhere"), permanent: false, preserveMethod: true);
                return Task.CompletedTask;
            })),
            CancellationToken.None);

        Assert.Equal((307, 1), (answer.Status, _host.Requests));
    }

    [Fact]
    public async Task Of_an_answer_without_end_the_first_kilobytes_are_read()
    {
        using var posts = Posts();
        var answer = await posts.PostAsync(
            Post(_host.Answer("/hook", async context =>
            {
                var much = Encoding.ASCII.GetBytes(new string('a', 64 * 1024));
                while (!context.RequestAborted.IsCancellationRequested)
                {
                    await context.Response.Body.WriteAsync(much, context.RequestAborted);
                }
            })),
            CancellationToken.None);

        Assert.Equal((200, OutboundPosts.MostRead), (answer.Status, answer.Excerpt!.Length));
    }

    [Fact]
    public async Task An_answer_that_does_not_come_is_left_after_ten_seconds()
    {
        var clock = new FakeTimeProvider();
        var asked = new TaskCompletionSource();
        using var posts = Posts(time: clock);
        var answering = posts.PostAsync(
            Post(_host.Answer("/hook", async context =>
            {
                asked.SetResult();
                await Task.Delay(Timeout.Infinite, context.RequestAborted);
            })),
            CancellationToken.None);
        await asked.Task;
        clock.Advance(TimeSpan.FromSeconds(11));

        Assert.Equal(OutboundTrouble.Timeout, (await answering).Trouble);
    }

    [Fact]
    public async Task A_name_that_leads_inside_gets_no_connection_whenever_it_changes_its_mind()
    {
        var answers = new Queue<IPAddress[]>([[IPAddress.Parse("93.184.216.34")], [IPAddress.Loopback]]);
        using var posts = Posts((_, _) => Task.FromResult(answers.Dequeue()));
        var url = new Uri($"http://rebinding.example:{_host.Address.Port}/hook");

        Assert.Null(await posts.LookAsync(url, false, CancellationToken.None));
        Assert.Equal(OutboundTrouble.NoPublicAddress, (await posts.PostAsync(Post(url.AbsoluteUri, isTrusted: false), CancellationToken.None)).Trouble);
        Assert.Equal(0, _host.Requests);
    }

    [Fact]
    public async Task A_name_that_leads_nowhere_and_one_that_leads_inside_are_not_told_apart()
    {
        using var nowhere = Posts((_, _) => throw new System.Net.Sockets.SocketException((int)System.Net.Sockets.SocketError.HostNotFound));
        using var inside = Posts((_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse("10.0.0.1")]));
        var url = new Uri("https://somewhere.example/");

        Assert.Equal(await nowhere.LookAsync(url, false, CancellationToken.None), await inside.LookAsync(url, false, CancellationToken.None));
        Assert.Equal((await nowhere.PostAsync(Post(url.AbsoluteUri, false), CancellationToken.None)).Trouble, (await inside.PostAsync(Post(url.AbsoluteUri, false), CancellationToken.None)).Trouble);
    }

    [Fact]
    public async Task A_port_where_nobody_listens_is_no_connection()
    {
        using var posts = Posts();

        Assert.Equal(OutboundTrouble.Connection, (await posts.PostAsync(Post("http://127.0.0.1:1/"), CancellationToken.None)).Trouble);
    }

    private static OutboundPost Post(string url, bool isTrusted = true) => new(new Uri(url), [new("webhook-id", "msg_1")], "{}"u8.ToArray(), TimeSpan.FromSeconds(10), isTrusted);

    private static OutboundPosts Posts(HostLookup? lookup = null, TimeProvider? time = null) => new(new GuardedConnections(lookup ?? Dns.GetHostAddressesAsync), time ?? new FakeTimeProvider());
}
