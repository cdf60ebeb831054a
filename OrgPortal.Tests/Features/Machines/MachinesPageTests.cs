using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using OrgPortal.Tests.Support;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Components;
using OrgPortal.Web.Features.Machines;

namespace OrgPortal.Tests.Features.Machines;

/// <summary>The pages of machines over the real services; Alice, the administrator of Acme, looks at them unless somebody else is told.</summary>
public sealed class MachinesPageTests : MudTestContext
{
    private readonly MachineHouse _house = new();

    public MachinesPageTests()
    {
        _house.AddTo(Services);
        Clock.SetUtcNow(_house.Clock.GetUtcNow());
    }

    private NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();

    [Fact]
    public void A_machine_is_made_and_its_secret_shown_until_the_dialog_goes()
    {
        var page = Open();
        page.Button("New machine").Click();
        Dialogs.WaitForAssertion(() => Assert.Equal(3, Dialogs.FindAll(".choice").Count));
        Assert.Contains("is-locked", Dialogs.FindAll(".choice")[1].ClassName!, StringComparison.Ordinal);
        Dialogs.Find("input[maxlength='120']").Input("Nightly export");
        Dialogs.FindAll(".choice input")[2].Change(true);
        Dialogs.Button("Create machine").Click();

        Dialogs.WaitForAssertion(() => Assert.Equal("Copy the secret now", Dialogs.Find("[role=dialog] h2").Words()));
        var secret = Assert.Single(Assert.Single(_house.Logto.Applications).Secrets).Value;
        Assert.Equal([_house.Logto.Applications[0].Id, secret], Dialogs.FindAll(".copyable code").Select(code => code.Words()));
        Dialogs.Button("I have copied it").Click();

        Dialogs.WaitForAssertion(() => Assert.DoesNotContain(secret, Dialogs.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain(secret, page.Markup, StringComparison.Ordinal);
        Assert.Null(page.FindComponent<ShownSecretDialog>().Instance.Secret);
        Assert.EndsWith(MachinePaths.One(_house.Acme, _house.Rows()[0].Id), Navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_signed_in_long_ago_proves_first_who_they_are()
    {
        Clock.Advance(TimeSpan.FromMinutes(11));
        var page = Open();

        page.Button("New machine").Click();

        Dialogs.WaitForAssertion(() => Assert.Equal("New machine", Dialogs.Find(".dialog-head p").Words()));
        Assert.Empty(Dialogs.FindAll(".choice"));
    }

    [Fact]
    public void A_tenant_without_roles_for_machines_says_what_its_operator_does()
    {
        _house.Logto.Roles.RemoveAll(role => role.IsForMachines);

        var page = Open();

        Assert.Equal("There are no roles for machines here", page.Find(".empty-title").Words());
        Assert.Contains("type machine-to-machine", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("button"));
    }

    [Fact]
    public async Task The_list_shows_where_each_stands_and_what_somebody_else_has_put_there()
    {
        var made = await _house.MakeAsync("Export");
        var off = await _house.MakeAsync("Import");
        await _house.Service.SwitchAsync(_house.Acme, off.Machine, false);
        _house.Logto.AddMachine("Billing", _house.Acme);
        Clock.Advance(TimeSpan.FromDays(170));
        _house.SignIn(_house.Alice);

        var page = Open();

        page.WaitForAssertion(() => Assert.Equal(["Active", "Switched off", "Managed by your provider"], page.FindAll(".pill").Select(pill => pill.Words())));
        Assert.Equal(MachinePaths.One(_house.Acme, made.Machine), page.Find("tbody a").GetAttribute("href"));
        Assert.StartsWith("Ends in", page.Find("tbody .badge").Words(), StringComparison.Ordinal);
        Assert.Equal("Billing", page.Find(".list-title").Words());
    }

    [Fact]
    public async Task A_secret_is_changed_for_another_on_the_machines_page()
    {
        var made = await _house.MakeAsync();
        var page = OpenOne(made);
        Assert.Contains($"organization_id={_house.Acme}", page.Find(".copyable.is-lines code").TextContent, StringComparison.Ordinal);

        page.Button("New secret").Click();
        Dialogs.WaitForAssertion(() => Dialogs.Find("input").Input("Spring"));
        Dialogs.Button("Create secret").Click();
        Dialogs.Button("I have copied it").Click();
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("tbody tr").Count));
        page.Button("Actions for 2026-11-23").Click();
        page.MenuItem("Delete secret").Click();
        Dialogs.WaitForAssertion(() => Assert.Contains("Whatever uses it gets no tokens any more", Dialogs.Markup, StringComparison.Ordinal));
        Dialogs.Button("Delete secret").Click();

        page.WaitForAssertion(() => Assert.Equal("Spring", Assert.Single(page.FindAll("tbody tr .clip")).Words()));
        Assert.Equal(["Spring"], _house.Application(made)!.Secrets.Select(secret => secret.Name));
    }

    [Fact]
    public async Task Deleting_says_what_ends_and_when_it_was_last_used()
    {
        var made = await _house.MakeAsync();
        _house.Logto.MachineTokens.Add((made.ClientId, Clock.GetUtcNow().AddHours(-2), true));
        var page = OpenOne(made);
        page.WaitForAssertion(() => Assert.Contains("2 hours ago", page.Markup, StringComparison.Ordinal));

        page.Button("Delete machine").Click();

        Dialogs.WaitForAssertion(() => Assert.Equal(
            ["Its secret stops working at once.", "Tokens it has already got work until they end, usually within an hour.", "It cannot be brought back; a new machine has another ID.", "It last got a token 2 hours ago."],
            Dialogs.FindAll(".bullets li").Select(line => line.Words())));
        Dialogs.Button("Delete Nightly export").Click();
        page.WaitForAssertion(() => Assert.Empty(_house.Logto.Applications));
        Assert.EndsWith(MachinePaths.All(_house.Acme), Navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_somebody_else_does_appears_by_itself()
    {
        var made = await _house.MakeAsync();
        var page = OpenOne(made);

        await _house.Service.SwitchAsync(_house.Acme, made.Machine, false);
        page.WaitForAssertion(() => Assert.Equal("Switched off", page.Find(".pill").Words()));
        await _house.Service.DeleteAsync(_house.Acme, made.Machine);

        page.WaitForAssertion(() => Assert.Equal("There is no such machine", page.Find(".empty-title").Words()));
    }

    [Fact]
    public void Whoever_may_not_see_them_is_told_which_permission_it_takes()
    {
        _house.SignIn(_house.Bob);

        var page = Open();

        Assert.Contains("Manage machines and their secrets", page.Find(".empty-state").Words(), StringComparison.Ordinal);
        Assert.Empty(page.FindAll("table"));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _house.Dispose();
    }

    private IRenderedComponent<MachinesPage> Open()
    {
        Navigation.NavigateTo(MachinePaths.All(_house.Acme));
        return Render<MachinesPage>(parameters => parameters.Add(page => page.OrganizationId, _house.Acme.Value).AddCascadingValue(Access()));
    }

    private IRenderedComponent<MachinePage> OpenOne(ShownSecret machine)
    {
        Navigation.NavigateTo(MachinePaths.One(_house.Acme, machine.Machine));
        return Render<MachinePage>(parameters => parameters.Add(page => page.OrganizationId, _house.Acme.Value).Add(page => page.MachineId, machine.Machine).AddCascadingValue(Access()));
    }

    private OrganizationAccess Access()
    {
        var person = _house.User.Person!.Id;
        var rights = Services.GetRequiredService<IPermissionReader>().ReadRecentAsync(_house.Acme, person).GetAwaiter().GetResult().Value;
        return new OrganizationAccess(_house.Acme, "Acme", null, _house.Logto.RoleNamesOf(_house.Acme, person), [.. rights.Permissions]);
    }
}
