using OrgPortal.Tests.Support.Fakes.Logto;
using OrgPortal.Web.Features.Operators;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;

namespace OrgPortal.Tests.Features.OperatorsConsole;

/// <summary>The organization template, and in what it is not as the portal needs it.</summary>
public sealed class TemplateTests : IDisposable
{
    private readonly OperatorsHouse _house = new();

    private ITemplateService Service => _house.Get<ITemplateService>();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task A_template_as_the_portal_needs_it_has_no_drift()
    {
        var view = (await Service.GetAsync()).Value;

        Assert.Empty(view.Drift);
        Assert.Equal([("admin", true), ("member", false)], view.Roles.Select(role => (role.Name, role.IsAdministrator)));
        Assert.All(view.Permissions, row => Assert.True(row is { IsThere: true, StandsFor: not null }));
    }

    [Fact]
    public async Task What_nobody_carries_what_is_missing_and_what_is_unknown_is_said()
    {
        var index = _house.Logto.Roles.FindIndex(role => role.Name == "admin");
        var admin = _house.Logto.Roles[index];
        _house.Logto.Roles[index] = admin with { Scopes = [.. admin.Scopes.Where(scope => scope.Name is not ("read:audit" or "manage:security" or "delete:organization")), new ScopeName("own", "pay:invoices")] };
        _house.Logto.IdlePermissions.Add("read:audit");

        var view = (await Service.GetAsync()).Value;

        Assert.Equal(
            [
                (TemplateDriftKind.NoAdministratorRole, "manage:member, delete:organization"), (TemplateDriftKind.MissingPermission, "delete:organization"), (TemplateDriftKind.MissingPermission, "manage:security"),
                (TemplateDriftKind.IdlePermission, "read:audit"), (TemplateDriftKind.UnknownPermission, "pay:invoices"),
            ],
            view.Drift.Select(drift => (drift.Kind, drift.Subject)));
    }

    [Theory]
    [InlineData("admin", null)]
    [InlineData("member", TemplateDriftKind.WeakAdministratorRole)]
    [InlineData("boss", TemplateDriftKind.NoAdministratorRole)]
    public async Task The_role_that_the_settings_name_is_looked_at(string name, TemplateDriftKind? drift)
    {
        using var house = new OperatorsHouse(("Portal:Organizations:AdministratorRole", name));

        Assert.Equal(drift, (await house.Get<ITemplateService>().GetAsync()).Value.Drift.SingleOrDefault()?.Kind);
    }

    [Fact]
    public async Task Without_a_file_nothing_is_compared_and_a_file_that_cannot_be_read_says_why()
    {
        var path = Path.GetTempFileName();
        await File.WriteAllTextAsync(path, "roles: nonsense");
        using var house = new OperatorsHouse(("Portal:Operators:TenantFile", path));

        Assert.Null((await Service.CompareAsync()).Value.File);
        var compared = (await house.Get<ITemplateService>().CompareAsync()).Value;

        File.Delete(path);
        Assert.Equal(Path.GetFileName(path), compared.File);
        Assert.NotEmpty(compared.Problems);
        Assert.False(compared.IsEqual);
    }

    [Fact]
    public async Task An_outage_is_said_and_only_operators_are_told()
    {
        _house.Logto.Calls.Fail("IOrganizationTemplateClient.ListScopesAsync", FakeLogtoCalls.Outage());
        Assert.IsType<Unavailable>((await Service.GetAsync()).Failure);
        _house.SignIn(_house.Alice);

        Assert.IsType<NotFound>((await Service.GetAsync()).Failure);
        Assert.IsType<NotFound>((await Service.CompareAsync()).Failure);
        _house.User.SignOut();
        Assert.IsType<SignInRequired>((await Service.GetAsync()).Failure);
    }
}
