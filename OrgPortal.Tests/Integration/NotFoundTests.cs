using System.Net;
using OrgPortal.Tests.Support;

namespace OrgPortal.Tests.Integration;

public sealed class NotFoundTests
{
    [Theory]
    [InlineData("/nowhere")]
    [InlineData("/organizations/nowhere/settings")]
    [InlineData("/organizations/nowhere/nothing")]
    public async Task Whoever_is_signed_in_gets_the_same_page_for_everything_that_is_not_theirs(string path)
    {
        await using var portal = await PortalFactory.StartAsync();
        using var dave = await portal.SignInAsync("dave");

        var page = await dave.GoAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Contains("We cannot find this page", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_organization_of_others_answers_like_one_that_does_not_exist()
    {
        await using var portal = await PortalFactory.StartAsync();
        using var dave = await portal.SignInAsync("dave");
        using var alice = await portal.SignInAsync("alice");
        var acme = (await alice.GoAsync("/")).Url.Segments[2].Trim('/');

        var foreign = await dave.GoAsync($"/organizations/{acme}/settings");
        var unknown = await dave.GoAsync("/organizations/000000000000/settings");

        Assert.Equal(HttpStatusCode.NotFound, foreign.Status);
        Assert.Equal(unknown.Status, foreign.Status);
        Assert.DoesNotContain("Acme", foreign.Text, StringComparison.Ordinal);
    }
}
