using System.Text.Json;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.Tests.LogtoEmulator.Management;

public sealed class OrganizationTests(ManagementFixture fixture) : ManagementTest(fixture)
{
    private const string All = "/api/organizations";

    [Fact]
    public async Task A_new_organization_has_every_column_and_an_id_of_the_servers_choice()
    {
        var reply = await Api.PostAsync(All, new { name = "Initech", id = "mine", tenantId = "mine", unknown = 1 });

        Assert.Equal(201, reply.Status);
        Assert.Matches("^[a-z0-9]{12}$", reply.Text("id"));
        Assert.Equal(
            $$$"""{"tenantId":"default","id":"{{{reply.Text("id")}}}","name":"Initech","description":null,"customData":{},"isMfaRequired":false,"color":{},"branding":{},"customCss":null,"createdAt":{{{Api.Now}}}}""",
            reply.Body);
    }

    [Fact]
    public async Task Nobody_is_a_member_of_a_new_organization()
    {
        var id = await Api.CreateOrganizationAsync("Initech");

        Assert.Equal(0, (await Api.GetAsync($"{All}/{id}/users")).Count);
    }

    [Fact]
    public async Task Names_may_repeat_and_be_blank()
    {
        Assert.Equal(201, (await Api.PostAsync(All, new { name = "Acme" })).Status);
        Assert.Equal(201, (await Api.PostAsync(All, new { name = " " })).Status);
    }

    [Fact]
    public async Task Every_issue_with_a_body_is_named()
    {
        var reply = await Api.PostAsync(All, new { name = new string('x', 129), isMfaRequired = "no", customData = new[] { 1 } });

        Assert.Equal((400, "guard.invalid_input"), (reply.Status, reply.Code));
        Assert.Equal("The request body is invalid.", reply.Text("message"));
        Assert.Equal("ZodError", reply.Json.GetProperty("data").GetProperty("name").GetString());
        Assert.Equal(3, reply.Text("details").Split('\n').Length);
    }

    [Fact]
    public async Task Other_refusals_have_no_details()
    {
        var reply = await Api.GetAsync($"{All}/nonexistent00");

        Assert.Equal((404, "entity.not_exists_with_id"), (reply.Status, reply.Code));
        Assert.False(reply.Json.TryGetProperty("details", out _));
        Assert.False(reply.Json.TryGetProperty("data", out _));
    }

    [Fact]
    public async Task There_are_three_ways_not_to_exist()
    {
        Assert.Equal("entity.not_exists_with_id", (await Api.GetAsync($"{All}/gone")).Code);
        Assert.Equal("entity.not_exists", (await Api.PatchAsync($"{All}/gone", new { name = "x" })).Code);
        Assert.Equal("entity.not_found", (await Api.DeleteAsync($"{All}/gone")).Code);
    }

    [Fact]
    public async Task A_change_replaces_objects_whole_and_leaves_out_what_was_not_sent()
    {
        var id = (await Api.PostAsync(All, new { name = "Initech", description = "d", customData = new { a = 1, b = 2 } })).Text("id");

        var reply = await Api.PatchAsync($"{All}/{id}", new { customData = new { c = 3 } });

        Assert.Equal("""{"c":3}""", reply.Json.GetProperty("customData").GetRawText());
        Assert.Equal("d", reply.Text("description"));
    }

    [Fact]
    public async Task A_description_is_cleared_by_null_and_by_nothing()
    {
        var id = (await Api.PostAsync(All, new { name = "Initech", description = "d" })).Text("id");

        var reply = await Api.PatchAsync($"{All}/{id}", new { description = "" });

        Assert.Equal(JsonValueKind.Null, reply.Json.GetProperty("description").ValueKind);
    }

    [Fact]
    public async Task An_empty_change_is_refused()
    {
        var reply = await Api.PatchAsync($"{All}/{Api.Acme}", new { });

        Assert.Equal((422, "entity.invalid_input"), (reply.Status, reply.Code));
    }

    [Theory]
    [InlineData("ACM", 1)]
    [InlineData("A%e", 1)]
    [InlineData("Ac_e", 1)]
    [InlineData("Acmes", 0)]
    public async Task A_search_ignores_case_and_takes_wildcards(string q, int found) =>
        Assert.Equal(found, (await Api.GetAsync($"{All}?q={Uri.EscapeDataString(q)}")).Count);

    [Fact]
    public async Task Organizations_come_ordered_by_id()
    {
        for (var number = 0; number < 8; number++)
        {
            await Api.CreateOrganizationAsync("Another");
        }

        var ids = (await Api.GetAsync(All)).All("id");

        Assert.Equal(ids.Order(StringComparer.Ordinal), ids);
    }

    [Fact]
    public async Task Featured_organizations_show_up_to_three_members()
    {
        var item = (await Api.GetAsync($"{All}?showFeatured=true")).Json[0];

        Assert.Equal(2, item.GetProperty("usersCount").GetInt32());
        Assert.Equal(2, item.GetProperty("featuredUsers").GetArrayLength());
    }

    [Fact]
    public async Task A_page_of_many_organizations_is_as_long_as_one_of_few()
    {
        const int Many = 100_000;
        Api.State.Write(tables =>
        {
            for (var number = 0; number < 20; number++)
            {
                tables.Organizations.Put(new Organization { Id = $"few{number:D9}", Name = "Few", CreatedAt = tables.Now });
            }

            for (var number = 0; number < Many; number++)
            {
                tables.Organizations.Put(new Organization { Id = $"many{number:D8}", Name = "Many", CreatedAt = tables.Now });
            }

            return true;
        });

        var few = await Api.GetAsync($"{All}?q=few&showFeatured=1&page=1&page_size=20");
        var many = await Api.GetAsync($"{All}?q=many&showFeatured=1&page=4000&page_size=20");

        Assert.Equal((20, 20), (few.Count, many.Count));
        // "Many" has a letter more than "Few", in twenty names.
        Assert.Equal(few.Body.Length + 20, many.Body.Length);
    }

    [Fact]
    public async Task What_hangs_on_an_organization_goes_with_it_and_the_people_stay()
    {
        await Api.PostAsync("/api/organization-invitations", new
        {
            organizationId = Api.Acme, invitee = "new@example.com", expiresAt = Api.Now + 1000,
        });
        var acme = Api.Acme;

        Assert.Equal(204, (await Api.DeleteAsync($"{All}/{acme}")).Status);

        Assert.Equal(0, (await Api.GetAsync("/api/organization-invitations")).Count);
        Assert.Equal(0, (await Api.GetAsync($"{All}/{acme}/users")).Count);
        Assert.Equal(0, (await Api.GetAsync($"/api/users/{Api.User("alice")}/organizations")).Count);
        Assert.Equal(200, (await Api.GetAsync($"/api/users/{Api.User("alice")}")).Status);
    }
}
