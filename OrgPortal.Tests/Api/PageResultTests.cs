using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OrgPortal.Web.Api.Paging;
using OrgPortal.Web.Logto;

namespace OrgPortal.Tests.Api;

/// <summary>How a page is written.</summary>
public sealed class PageResultTests
{
    private static readonly string[] Items = ["a", "b"];

    [Fact]
    public async Task A_page_that_several_are_given_is_written_once_with_everybodys_own_links()
    {
        var mapped = 0;
        var page = new SharedPage<string>(Items, new PageRequest(1, 2), 5);

        var first = await AnswerAsync(page, "/members?page=1&pageSize=2", _ => mapped++);
        var second = await AnswerAsync(page, "/people?q=x&pageSize=2", _ => mapped++);

        Assert.Equal(Items.Length, mapped);
        Assert.Equal("""{"items":["a","b"],"page":1,"pageSize":2,"total":5}""", first.Body);
        Assert.Equal(first.Body, second.Body);
        Assert.StartsWith("<https://portal.example/members?page=1&pageSize=2>; rel=\"first\", <https://portal.example/members?page=2&pageSize=2>; rel=\"next\"", first.Link, StringComparison.Ordinal);
        Assert.StartsWith("<https://portal.example/people?q=x&page=1&pageSize=2>; rel=\"first\"", second.Link, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_made_of_one_that_was_written_is_written_anew()
    {
        var page = new SharedPage<string>(Items, new PageRequest(1, 2), 5);
        await AnswerAsync(page, "/members?page=1&pageSize=2", _ => { });

        var (body, _) = await AnswerAsync(page with { Items = ["c"], TotalCount = 4 }, "/members?page=1&pageSize=2", _ => { });

        Assert.Equal("""{"items":["c"],"page":1,"pageSize":2,"total":4}""", body);
    }

    [Fact]
    public async Task What_shows_a_page_otherwise_does_not_get_what_was_written_for_others()
    {
        var page = new SharedPage<string>(Items, new PageRequest(1, 2), 5);
        await AnswerAsync(page, "/members?page=1&pageSize=2", _ => { });

        var (body, _) = await ShowAsync(page, "/members?page=1&pageSize=2", item => item.Length);

        Assert.Equal("""{"items":[1,1],"page":1,"pageSize":2,"total":5}""", body);
    }

    [Fact]
    public async Task A_page_of_ones_own_is_written_for_whoever_asked()
    {
        var mapped = 0;
        var page = new Page<string>(Items, new PageRequest(3, 2), 6);

        var first = await AnswerAsync(page, "/members?page=3&pageSize=2", _ => mapped++);
        await AnswerAsync(page, "/members?page=3&pageSize=2", _ => mapped++);

        Assert.Equal(2 * Items.Length, mapped);
        Assert.DoesNotContain("rel=\"next\"", first.Link, StringComparison.Ordinal);
    }

    private static Task<(string Body, string Link)> AnswerAsync(Page<string> page, string address, Action<string> seen) => ShowAsync(page, address, item =>
    {
        seen(item);
        return item;
    });

    private static async Task<(string Body, string Link)> ShowAsync<TResponse>(Page<string> page, string address, Func<string, TResponse> map)
    {
        using var body = new MemoryStream();
        await using var services = new ServiceCollection().AddOptions().BuildServiceProvider();
        var context = new DefaultHttpContext { RequestServices = services };
        (context.Request.Scheme, context.Request.Host) = ("https", new HostString("portal.example"));
        (context.Request.Path, context.Request.QueryString) = (address.Split('?')[0], new QueryString("?" + address.Split('?')[1]));
        context.Response.Body = body;
        await new PageResult<string, TResponse>(page, map).ExecuteAsync(context);
        return (Encoding.UTF8.GetString(body.ToArray()), context.Response.Headers.Link.ToString());
    }
}
