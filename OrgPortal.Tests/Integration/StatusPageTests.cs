using System.Net;
using OrgPortal.Tests.Support;

namespace OrgPortal.Tests.Integration;

public sealed class StatusPageTests
{
    [Fact]
    public async Task A_person_who_is_lost_gets_a_page_with_a_way_on()
    {
        await using var portal = await PortalFactory.StartAsync();
        using var alice = await portal.SignInAsync("alice");

        var page = await alice.GoAsync("/no/such/page");

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Equal("We cannot find this page", page.Document.QuerySelector("h1")!.Words());
    }

    [Fact]
    public async Task A_program_gets_its_status_and_no_page()
    {
        await using var portal = await PortalFactory.StartAsync();
        using var alice = await portal.SignInAsync("alice");

        var answer = await alice.GoAsync("/webhooks/no-such-thing");

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Empty(answer.Text);
    }
}
