using Microsoft.Extensions.DependencyInjection;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Components;
using OrgPortal.Web.Events;
using OrgPortal.Web.Logto;

namespace OrgPortal.Tests.Features.Members;

/// <summary>People in the command palette, over the real service.</summary>
public sealed class PeopleSearchTests : MembersPageContext
{
    private OrganizationAccess Access => new(House.Acme, "Acme", null, [], [OrganizationPermissions.ReadMembers]);

    private ICommandSearch Search => Services.GetRequiredService<ICommandSearch>();

    private int Reads => House.Logto.Calls.CountOf(ReadsPage);

    [Fact]
    public async Task A_small_organization_is_read_once_for_each_time_the_palette_is_open()
    {
        Assert.Empty(Search.Known(Access));

        await FindAsync("bo");
        await FindAsync("bob");

        Assert.Equal(1, Reads);
        Assert.Equal(["Alice Arbor", "Bob Birch", "Carol Cedar"], Search.Known(Access).Select(person => person.Text));
        Assert.Equal(["You", "Member", "No role"], Search.Known(Access).Select(person => person.Note));
        Search.Rest();
        Assert.Empty(Search.Known(Access));
    }

    [Fact]
    public async Task A_large_organization_is_searched_in_Logto_for_each_pause()
    {
        for (var number = 1; number <= PageRequest.MaxSize; number++)
        {
            House.AddMember($"Dora {number:D3}", House.Manager);
        }

        var found = await FindAsync("bob");
        Assert.Equal("Bob Birch", Assert.Single(found).Text);
        Assert.Equal(2, Reads);

        await FindAsync("carol");
        Assert.Equal(3, Reads);
        Assert.InRange(Search.Known(Access).Count, 1, 40);
    }

    [Fact]
    public async Task One_letter_and_whoever_may_not_see_people_cost_no_call()
    {
        await FindAsync("b");
        var nothing = await Search.FindAsync(Access with { Permissions = [] }, "bob", CancellationToken.None);

        Assert.Empty(nothing.Value);
        Assert.Equal(0, Reads);
    }

    [Fact]
    public async Task The_service_asks_for_the_right_all_the_same()
    {
        LookAs(House.Carol);

        Assert.True((await Search.FindAsync(Access, "bob", CancellationToken.None)).IsFailure);
        Assert.Equal(0, Reads);
        Assert.Empty(Search.Known(Access));
    }

    [Fact]
    public void Whom_a_page_has_shown_is_known_until_anything_changes()
    {
        var page = Open();
        page.WaitForAssertion(() => Assert.Equal(3, Search.Known(Access).Count));
        Assert.Empty(Search.Known(Access with { Permissions = [] }));
        Assert.Empty(Search.Known(Access with { IsUncertain = true }));

        page.Instance.Dispose();
        Clock.Advance(TimeSpan.FromSeconds(1));
        House.Events.Publish(new MembersChanged(House.Acme));

        Assert.Empty(Search.Known(Access));
    }

    private async Task<IReadOnlyList<PaletteCommand>> FindAsync(string text) => (await Search.FindAsync(Access, text, CancellationToken.None)).Value;
}
