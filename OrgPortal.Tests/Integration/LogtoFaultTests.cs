using Microsoft.Extensions.Time.Testing;

namespace OrgPortal.Tests.Integration;

public sealed class LogtoFaultTests
{
    private const string Members = "/api/organizations/{id}/users";

    [Theory]
    [InlineData("500")]
    [InlineData("503:60")]
    [InlineData("text")]
    [InlineData("garbage")]
    [InlineData("429:60", "The sign-in service asks us to slow down.")]
    public async Task A_page_says_that_Logto_gives_no_answer(string fault, string words = "The sign-in service does not answer at the moment.")
    {
        // On a clock that stands still the first HTML waits for the read, however long it takes here.
        await using var faulty = await FaultyPortal.StartAsync(new FakeTimeProvider(DateTimeOffset.UtcNow));
        using var alice = await faulty.Portal.SignInAsync("alice");
        var path = $"/organizations/{faulty.Acme}/people/members";
        Assert.NotEmpty((await alice.GoAsync(path)).Document.QuerySelectorAll(".person-name"));
        faulty.Portal.Logto.Faults.Add($"GET {Members} {fault}");

        var page = await alice.GoAsync(path);

        Assert.Contains(words, page.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll(".person-name"));
        Assert.Empty(faulty.Portal.Logto.Faults.List());
        Assert.NotEmpty((await alice.GoAsync(path)).Document.QuerySelectorAll(".person-name"));
    }

    [Theory]
    [InlineData("502 x3", "unavailable")]
    [InlineData("drop x3", "unavailable")]
    [InlineData("truncate x3", "unavailable")]
    [InlineData("500", "unavailable")]
    [InlineData("429:60", "logto_rate_limit")]
    [InlineData("502 x2", "done")]
    [InlineData("drop x2", "done")]
    [InlineData("truncate x2", "done")]
    [InlineData("429:1", "done")]
    [InlineData("delay:300", "done")]
    public async Task A_read_survives_what_passes_and_names_what_does_not(string fault, string expected)
    {
        await using var faulty = await FaultyPortal.StartAsync();
        using var alice = await faulty.Portal.SignInAsync("alice");
        faulty.Portal.Logto.Faults.Add($"GET {Members} {fault}");

        Assert.Equal(expected, await faulty.ActAsync(alice, "members"));

        Assert.Empty(faulty.Portal.Logto.Faults.List());
        Assert.Equal("done", await faulty.ActAsync(alice, "members"));
    }

    [Theory]
    [InlineData("500", "unavailable", true)]
    [InlineData("drop x3", "unavailable", true)]
    [InlineData("503:60", "unavailable", true)]
    [InlineData("drop", "done", false)]
    [InlineData("drop after", "done", false)]
    [InlineData("502 after", "done", false)]
    public async Task A_removal_is_done_or_it_is_not(string fault, string expected, bool isMemberStill)
    {
        await using var faulty = await FaultyPortal.StartAsync();
        using var alice = await faulty.Portal.SignInAsync("alice");
        faulty.Portal.Logto.Faults.Add($"DELETE {Members}/{{userId}} {fault}");

        Assert.Equal(expected, await faulty.ActAsync(alice, "remove"));

        Assert.Equal(isMemberStill, (await faulty.MembersAsync(faulty.Acme)).Any(member => member.Name == "Bob"));
    }

    [Theory]
    [InlineData("500", "unavailable", "member")]
    [InlineData("drop x3", "unavailable", "member")]
    [InlineData("drop after", "done", "admin")]
    public async Task Roles_are_replaced_or_they_are_not(string fault, string expected, string role)
    {
        await using var faulty = await FaultyPortal.StartAsync();
        using var alice = await faulty.Portal.SignInAsync("alice");
        faulty.Portal.Logto.Faults.Add($"PUT {Members}/{{userId}}/roles {fault}");

        Assert.Equal(expected, await faulty.ActAsync(alice, "promote"));

        Assert.Equal(role, (await faulty.MembersAsync(faulty.Acme)).Single(member => member.Name == "Bob").OrganizationRoles.Single().Name);
    }

    [Theory]
    [InlineData("/api/organizations", "500")]
    [InlineData("/api/organizations", "drop")]
    [InlineData("/api/organizations", "drop after")]
    [InlineData("/api/organizations", "garbage after")]
    [InlineData(Members, "500")]
    [InlineData(Members, "drop after")]
    [InlineData(Members + "/{userId}/roles", "500")]
    [InlineData(Members + "/{userId}/roles", "drop")]
    public async Task Trying_to_create_an_organization_again_ends_with_one_that_is_whole(string route, string fault)
    {
        await using var faulty = await FaultyPortal.StartAsync();
        using var dave = await faulty.Portal.SignInAsync("dave");
        faulty.Portal.Logto.Faults.Add($"POST {route} {fault}");

        var told = await faulty.ActAsync(dave, "create");

        Assert.Empty(faulty.Portal.Logto.Faults.List());
        Assert.Contains(told, (string[])["unavailable", "interrupted_undone"]);
        foreach (var left in faulty.Organizations("Globex"))
        {
            // Its answer was lost: nobody is in it, and it is found by its mark.
            Assert.EndsWith("after", fault, StringComparison.Ordinal);
            Assert.Empty(await faulty.MembersAsync(left));
        }

        Assert.Equal("done", await faulty.ActAsync(dave, "create"));
        var member = Assert.Single(await faulty.MembersAsync(Assert.Single(faulty.Organizations("Globex"))));
        Assert.Equal(("Dave", "admin"), (member.Name, member.OrganizationRoles.Single().Name));
    }

    [Theory]
    [InlineData("/api/organization-invitations", "500", "Unavailable", 0)]
    [InlineData("/api/organization-invitations", "drop", "Unavailable", 0)]
    [InlineData("/api/organization-invitations/{id}/message", "500", "MailNotSent", 1)]
    [InlineData("/api/organization-invitations/{id}/message", "429", "MailNotSent", 1)]
    public async Task An_invitation_is_made_and_mailed_once_or_says_how_far_it_came(string route, string fault, string expected, int made)
    {
        await using var faulty = await FaultyPortal.StartAsync();
        using var alice = await faulty.Portal.SignInAsync("alice");
        faulty.Portal.Logto.Faults.Add($"POST {route} {fault}");

        Assert.Equal(expected, await faulty.ActAsync(alice, "invite"));

        Assert.Equal(made, faulty.CountOfInvitations());
        Assert.Empty(faulty.Portal.Logto.MailTo("erin@example.com"));
        Assert.Equal(made == 0 ? "Sent" : "AlreadyInvited", await faulty.ActAsync(alice, "invite"));
        Assert.Equal(1, faulty.CountOfInvitations());
    }

    [Fact]
    public async Task Nothing_private_is_logged_however_Logto_fails()
    {
        await using var faulty = await FaultyPortal.StartAsync();
        using var alice = await faulty.Portal.SignInAsync("alice");
        foreach (var fault in (string[])["500", "drop x3", "garbage", "429:60", "truncate x3"])
        {
            faulty.Portal.Logto.Faults.Add($"GET {Members} {fault}");
            await faulty.ActAsync(alice, "members");
        }

        Assert.Contains(faulty.Portal.Logs.Lines, line => line.Contains("no usable answer to GET organizations/{id}/users", StringComparison.Ordinal));
        Assert.DoesNotContain(faulty.Portal.Logs.Lines, line => line.Contains("-dev-secret", StringComparison.Ordinal) || line.Contains("@example.com", StringComparison.Ordinal));
    }
}
