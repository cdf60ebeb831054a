using OrgPortal.Tests.Support.Fakes.Logto;
using OrgPortal.Web.Audit;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Features.Domains;
using OrgPortal.Web.Features.Overview;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Tests.Features.Overview;

public sealed class OverviewServiceTests : OverviewContext
{
    // Remembered for a minute, whoever asks.
    private const string Template = "IOrganizationRolesClient.ListAsync";

    [Fact]
    public async Task An_administrator_sees_all_of_it()
    {
        Logto.AddInvitation(House.Acme, "new@acme.example", House.Alice, null, House.Member);
        Logto.SecondFactors.Add((House.Alice, "WebAuthn"));
        await House.VerifyAsync(DomainEnrolment.Ask);
        await RecordAsync(3, AuditActions.AcceptInvitation);

        var overview = await ReadAsync();

        Assert.Equal(OverviewParts.None, overview.Failed);
        Assert.False(overview.Profile!.Value!.HasLogo);
        Assert.Equal(new OverviewPeople(4, 1, false), overview.People!.Value);
        Assert.Equal(1, overview.Invitations!.Value!.Open);
        Assert.Equal((true, 0), (overview.Requests!.Value!.IsShown, overview.Requests.Value.Open));
        Assert.Equal(["WebAuthn"], overview.SecondFactors!.Value!.Types);
        Assert.Equal(new DomainCounts(1, 1), overview.Domains!.Value);
        Assert.Equal([3], overview.Movements!.Value!.Days.Select(day => day.Age));
        Assert.Equal([AuditActions.AcceptInvitation], overview.Activity!.Value!.Rows.Select(row => row.Action));
    }

    [Fact]
    public async Task It_costs_four_calls_to_Logto_and_five_where_the_members_fill_more_than_a_page_however_many_they_are()
    {
        await ReadAsync();
        Assert.Equal(
            ["IOrganizationInvitationsClient.ListByOrganizationAsync", "IOrganizationMembersClient.ListAsync", "IOrganizationsClient.GetAsync", "IUsersClient.ListSecondFactorsAsync"],
            Logto.Calls.Made.Where(call => call != Template).Order());

        // What the last reading of all invitations told still holds.
        await ReadAsync();
        Assert.Equal(3, Logto.Calls.Made.Count(call => call != Template));

        for (var i = 0; i < 150; i++)
        {
            Logto.AddMember(House.Acme, Logto.AddUser($"person{i}@acme.example"), House.Member);
        }

        var large = await ReadAsync();
        Assert.Equal(4, Logto.Calls.Made.Count(call => call != Template));
        Assert.Equal(new OverviewPeople(154, 1, false), large.People!.Value);
    }

    [Fact]
    public async Task Administrators_of_a_large_organization_are_counted_up_to_ten()
    {
        for (var i = 0; i < 30; i++)
        {
            Logto.AddMember(House.Acme, Logto.AddUser($"person{i}@acme.example"), House.Admin);
        }

        Assert.Equal(new OverviewPeople(34, 10, true), (await ReadAsync()).People!.Value);
    }

    [Fact]
    public async Task Only_the_parts_that_were_asked_for_are_read()
    {
        var overview = await ReadAsync(OverviewParts.Activity | OverviewParts.Domains);

        Assert.Empty(Logto.Calls.Made);
        Assert.NotNull(overview.Activity);
        Assert.NotNull(overview.Domains);
        Assert.Equal(new OrganizationOverview() with { Activity = overview.Activity, Domains = overview.Domains }, overview);
    }

    [Fact]
    public async Task A_member_is_told_nothing_of_invitations_requests_domains_and_the_record()
    {
        Logto.AddInvitation(House.Acme, "new@acme.example", House.Alice, null, House.Member);
        await House.VerifyAsync(DomainEnrolment.Ask);
        await RecordAsync(3, AuditActions.AcceptInvitation);
        LookAs(House.Bob);

        var overview = await ReadAsync();

        Assert.Equal(OverviewParts.None, overview.Failed);
        Assert.Equal(4, overview.People!.Value!.Count);
        Assert.NotNull(overview.Movements!.Value);
        Assert.All((object?[])[overview.Invitations!.Value, overview.Requests!.Value, overview.Domains!.Value, overview.Activity!.Value], Assert.Null);
        Assert.DoesNotContain("IOrganizationInvitationsClient.ListByOrganizationAsync", Logto.Calls.Made);
    }

    [Fact]
    public async Task Whoever_may_not_see_members_still_knows_how_many_administer()
    {
        var guest = Logto.AddUser("gus@acme.example", "Gus Guest");
        Logto.AddMember(House.Acme, guest, Logto.AddRole("guest", "unrelated:permission"));
        LookAs(guest);

        var overview = await ReadAsync();

        Assert.Equal(new OverviewPeople(null, 1, false), overview.People!.Value);
        Assert.Null(overview.Movements!.Value);
        Assert.False(overview.Movements.IsFailed);
    }

    [Theory]
    [InlineData("read:member", OverviewParts.Movements)]
    [InlineData("invite:member", OverviewParts.Invitations | OverviewParts.Requests)]
    [InlineData("manage:security", OverviewParts.Domains | OverviewParts.Security)]
    [InlineData("read:audit", OverviewParts.Activity)]
    [InlineData("manage:organization", OverviewParts.None)]
    public async Task A_permission_that_is_missing_empties_its_parts_and_no_other(string missing, OverviewParts empty)
    {
        await House.VerifyAsync(DomainEnrolment.Ask);
        var almost = Logto.AddRole("almost", [.. OrganizationPermissions.All.Select(permission => permission.DefaultScope).Where(scope => scope != missing)]);
        Logto.AddMember(House.Acme, House.Dave, almost);
        LookAs(House.Dave);

        var overview = await ReadAsync();

        Assert.Equal(OverviewParts.None, overview.Failed);
        Assert.Equal(missing == "read:member", overview.People!.Value!.Count is null);
        Assert.Equal(
            empty,
            (overview.Profile!.Value is null ? OverviewParts.Profile : OverviewParts.None)
            | (overview.People.Value is null ? OverviewParts.People : OverviewParts.None)
            | (overview.Invitations!.Value is null ? OverviewParts.Invitations : OverviewParts.None)
            | (overview.Requests!.Value is null ? OverviewParts.Requests : OverviewParts.None)
            | (overview.SecondFactors!.Value is null ? OverviewParts.SecondFactors : OverviewParts.None)
            | (overview.Domains!.Value is null ? OverviewParts.Domains : OverviewParts.None)
            | (overview.Movements!.Value is null ? OverviewParts.Movements : OverviewParts.None)
            | (overview.Activity!.Value is null ? OverviewParts.Activity : OverviewParts.None)
            | (overview.Security!.Value is null ? OverviewParts.Security : OverviewParts.None));
    }

    [Fact]
    public async Task A_stranger_is_told_that_there_is_none()
    {
        LookAs(House.Greta);

        Assert.IsType<NotFound>((await Service.GetAsync(House.Acme)).Failure);
        Assert.IsType<NotFound>((await Service.GetAsync(OrganizationId.Parse("nosuchorg123"))).Failure);
    }

    [Theory]
    [InlineData("IOrganizationsClient.GetAsync", OverviewParts.Profile)]
    [InlineData("IOrganizationMembersClient.ListAsync", OverviewParts.People)]
    [InlineData("IOrganizationInvitationsClient.ListByOrganizationAsync", OverviewParts.Invitations)]
    [InlineData("IUsersClient.ListSecondFactorsAsync", OverviewParts.SecondFactors)]
    public async Task A_part_that_Logto_does_not_answer_takes_no_other_away(string call, OverviewParts part)
    {
        Logto.Calls.Fail(call, FakeLogtoCalls.Outage());

        Assert.Equal(part, (await ReadAsync()).Failed);
    }

    [Fact]
    public async Task Without_the_store_what_Logto_knows_is_told()
    {
        House.Store.IsDown = true;

        var overview = await ReadAsync();

        Assert.Equal(OverviewParts.Requests | OverviewParts.Domains | OverviewParts.Movements | OverviewParts.Activity | OverviewParts.Security, overview.Failed);
        Assert.Equal(4, overview.People!.Value!.Count);
    }

    [Fact]
    public async Task Without_Logto_nothing_is_told()
    {
        Logto.Calls.FailNext(FakeLogtoCalls.Outage(), 100);

        Assert.IsType<Unavailable>((await Service.GetAsync(House.Acme)).Failure);
    }

    [Fact]
    public async Task What_cannot_be_read_again_stays_as_it_was()
    {
        var before = await ReadAsync();
        Logto.Calls.Fail("IOrganizationMembersClient.ListAsync", FakeLogtoCalls.Outage());

        var now = before.With(await ReadAsync(OverviewParts.People | OverviewParts.SecondFactors));

        Assert.Equal(before, now with { SecondFactors = before.SecondFactors });
    }
}
