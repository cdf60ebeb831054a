using System.Text.Json;
using OrgPortal.Web.Features.Members;

namespace OrgPortal.Tests.Features.Members;

public sealed class MembersSnapshotTests : IDisposable
{
    private readonly MembersHouse _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task It_survives_the_way_from_the_prerendered_page_to_the_circuit()
    {
        _house.Change(_house.Alice, user => user with { LastSignInAt = _house.Clock.GetUtcNow() });
        var service = _house.As(_house.Bob);
        var page = (await service.ListAsync(_house.Acme, new MemberQuery(Role: _house.Admin))).Value;
        var roles = (await service.ListRolesAsync(_house.Acme)).Value;
        var query = new MemberQuery("ali", _house.Admin, Page: 2);
        var snapshot = new MembersSnapshot(_house.Acme, PeoplePaths.Members(_house.Acme, query), query, page, _house.Clock.GetUtcNow(), roles);

        var sent = JsonSerializer.Serialize(snapshot);
        var arrived = JsonSerializer.Deserialize<MembersSnapshot>(sent)!;

        Assert.Equal(sent, JsonSerializer.Serialize(arrived));
        Assert.Equal(query, arrived.Query);
        var alice = Assert.Single(arrived.Page.Items);
        Assert.Equal(_house.Alice, alice.Id);
        Assert.Equal(_house.Clock.GetUtcNow(), alice.LastSignInAt);
        Assert.Equal("forbidden", alice.RolesLock!.Code);
        Assert.True(arrived.Roles!.Single(role => role.Role.Id == _house.Admin).IsAdministrator);
    }
}
