using System.Globalization;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.Tests.LogtoEmulator.Management;

/// <summary>Lists of a large organization. What they cost is measured by <c>OrgPortal.Benchmarks</c>.</summary>
public sealed class ManyMembersTests(ManagementFixture fixture) : ManagementTest(fixture)
{
    private const int Many = 100_000;

    [Fact]
    public async Task Pages_out_of_a_hundred_thousand_members_hold_what_they_should()
    {
        var path = $"/api/organizations/{Api.Acme}/users";
        var everybody = Fill();

        Assert.Equal(everybody[..20], Ids(await Api.GetAsync($"{path}?page=1&page_size=20")));
        Assert.Equal(everybody[^2..], Ids(await Api.GetAsync($"{path}?page={(Many / 20) + 1}&page_size=20")));
        Assert.Equal(20, Ids(await Api.GetAsync($"{path}?organizationRoleId={Api.Role("member")}&page={Many / 20}&page_size=20")).Count);
        Assert.Single(Ids(await Api.GetAsync($"{path}?q=person-99999@")));
        Assert.Single(Ids(await Api.GetAsync("/api/users?search.primaryEmail=person-77777@many.example&mode.primaryEmail=exact")));
        Assert.Equal((Many + 2).ToString(CultureInfo.InvariantCulture), (await Api.GetAsync(path)).Total);
    }

    private static IReadOnlyList<string> Ids(Reply reply) => [.. reply.Json.EnumerateArray().Select(user => user.GetProperty("id").GetString()!)];

    // In Logto's order, which is that of the ids.
    private string[] Fill() => Api.State.Write(tables =>
    {
        var role = tables.OrganizationRoles.Single(one => one.Name == "member").Id;
        var organization = tables.Organizations.Single().Id;
        var users = Enumerable.Range(0, Many)
            .Select(i => tables.Users.Put(new User { Id = LogtoIds.Short(), Name = $"Person {i}", PrimaryEmail = $"person-{i}@many.example" }).Id)
            .ToArray();
        tables.Members.Add(organization, users);
        foreach (var user in users)
        {
            tables.Members.SetRoles(organization, user, [role]);
        }

        return tables.Members.Ids(organization).Order(StringComparer.Ordinal).ToArray();
    });
}
