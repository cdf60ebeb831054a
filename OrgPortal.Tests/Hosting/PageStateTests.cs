using System.Buffers;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OrgPortal.Tests.Support;
using OrgPortal.Web.Hosting;

namespace OrgPortal.Tests.Hosting;

public sealed partial class PageStateTests
{
    private const byte Plain = 0;
    private const byte Compressed = 1;

    [Theory]
    [InlineData("none", Compressed)]
    [InlineData("same-origin", Compressed)]
    [InlineData("same-site", Plain)]
    [InlineData("cross-site", Plain)]
    [InlineData(null, Plain)]
    public void What_was_written_is_read_again_compressed_or_not(string? from, byte mark)
    {
        var state = Of(from);
        var written = new ArrayBufferWriter<byte>();

        state.Persist(["Ana Ferreira", "李晓明"], written);

        Assert.Equal(mark, written.WrittenSpan[0]);
        Assert.Equal(["Ana Ferreira", "李晓明"], state.Restore(new ReadOnlySequence<byte>(written.WrittenMemory)));
    }

    [Fact]
    public void Rows_that_are_much_alike_take_a_fifth()
    {
        string[] rows = [.. Enumerable.Range(0, 20).Select(number => $$"""{"id":"{{number:0000}}","name":"Person {{number}}","emailAddress":"person-{{number}}@many.example","roles":["member"]}""")];

        Assert.True(5 * LengthOf("none", rows) < LengthOf("cross-site", rows));
    }

    [Theory]
    [InlineData("none", Compressed)]
    [InlineData("cross-site", Plain)]
    public async Task A_page_writes_its_state_so(string from, byte mark)
    {
        await using var portal = await PortalFactory.StartAsync();
        using var browser = await portal.SignInAsync("alice");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/account");
        request.Headers.Add("Sec-Fetch-Site", from);

        using var answer = await browser.SendAsync(request);

        // As the framework writes it: ProtectedPrerenderComponentApplicationStore.
        var protector = portal.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("Microsoft.AspNetCore.Components.Server.State");
        var written = protector.Unprotect(Convert.FromBase64String(State.Match(await answer.Content.ReadAsStringAsync()).Groups[1].Value));
        var marks = JsonSerializer.Deserialize<Dictionary<string, byte[]>>(written)!.Values.Select(value => value[0]).Where(first => first is Plain or Compressed).ToList();
        Assert.NotEmpty(marks);
        Assert.All(marks, one => Assert.Equal(mark, one));
    }

    private static PageState<string[]> Of(string? from)
    {
        var context = new DefaultHttpContext();
        context.Request.Headers["Sec-Fetch-Site"] = from;
        return new PageState<string[]>(new HttpContextAccessor { HttpContext = context });
    }

    private static int LengthOf(string from, string[] rows)
    {
        var written = new ArrayBufferWriter<byte>();
        Of(from).Persist(rows, written);
        return written.WrittenCount;
    }

    [GeneratedRegex("<!--Blazor-Server-Component-State:([^-]+)-->")]
    private static partial Regex State { get; }
}
