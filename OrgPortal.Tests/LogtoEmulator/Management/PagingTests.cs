namespace OrgPortal.Tests.LogtoEmulator.Management;

public sealed class PagingTests(ManagementFixture fixture) : ManagementTest(fixture)
{
    [Theory]
    [InlineData("page=0")]
    [InlineData("page=abc")]
    [InlineData("page=1&page=2")]
    [InlineData("page_size=0")]
    [InlineData("page_size=101")]
    public async Task A_page_that_cannot_be_is_refused(string query)
    {
        var reply = await Api.GetAsync($"/api/organizations?{query}");

        Assert.Equal((400, "guard.invalid_pagination"), (reply.Status, reply.Code));
    }

    [Fact]
    public async Task A_page_without_a_number_is_none()
    {
        Assert.Equal("1", (await Api.GetAsync("/api/organizations?page=&page_size=")).Total);
        Assert.Null((await Api.GetAsync("/api/organization-scopes?page=&page_size=")).Total);
    }

    [Fact]
    public async Task A_page_past_the_end_is_empty()
    {
        var reply = await Api.GetAsync("/api/organizations?page=2000000000&page_size=100");

        Assert.Equal((200, 0, "1"), (reply.Status, reply.Count, reply.Total));
    }

    [Fact]
    public async Task Links_stand_in_lines_of_their_own_and_lack_the_prefix()
    {
        for (var number = 0; number < 5; number++)
        {
            await Api.CreateOrganizationAsync($"Paged {number}");
        }

        var reply = await Api.GetAsync("/api/organizations?q=Paged%20&page=2&page_size=2");

        Assert.Equal("5", reply.Total);
        Assert.Equal(
            [
                """<http://localhost/organizations?q=Paged+&page=1&page_size=2>; rel="first" """.TrimEnd(),
                """<http://localhost/organizations?q=Paged+&page=1&page_size=2>; rel="prev" """.TrimEnd(),
                """<http://localhost/organizations?q=Paged+&page=3&page_size=2>; rel="next" """.TrimEnd(),
                """<http://localhost/organizations?q=Paged+&page=3&page_size=2>; rel="last" """.TrimEnd(),
            ],
            reply.Headers["Link"]);
    }

    [Fact]
    public async Task A_list_with_optional_pages_is_answered_whole_and_without_a_total()
    {
        var whole = await Api.GetAsync("/api/organization-scopes");
        var page = await Api.GetAsync("/api/organization-scopes?page=1&page_size=4");

        Assert.Equal((9, null), (whole.Count, whole.Total));
        Assert.Equal((4, "9"), (page.Count, page.Total));
    }

    [Fact]
    public async Task Invitations_have_no_pages()
    {
        var reply = await Api.GetAsync("/api/organization-invitations?page=0&page_size=1000");

        Assert.Equal((200, null), (reply.Status, reply.Total));
    }
}
