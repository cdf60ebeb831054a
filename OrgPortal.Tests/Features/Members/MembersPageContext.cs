using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OrgPortal.Tests.Support;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Components;
using OrgPortal.Web.Events;
using OrgPortal.Web.Features.Members;
using OrgPortal.Web.Logto;

namespace OrgPortal.Tests.Features.Members;

/// <summary>The members page over the real service and a Logto in memory; Alice, the administrator, looks at it unless somebody else is told.</summary>
public abstract class MembersPageContext : MudTestContext
{
    protected const string ReadsPage = "IOrganizationMembersClient.ListAsync";
    protected const string SavesRoles = "IOrganizationMembersClient.ReplaceRolesAsync";

    protected MembersPageContext()
    {
        Services.AddMembers();
        House.Logto.AddTo(Services);
        Services.AddSingleton<IOrganizationEvents>(House.Events);
        Services.AddSingleton(House.Rights);
        Services.AddSingleton(Options.Create(House.Permissions));
        Services.AddSingleton<IMemberService>(_ => House.Service(User));
        Services.AddSingleton<IPermissionRequestService>(Requests);
        Services.AddSingleton<IFormerMemberService>(_ => House.FormerService(User));
        Services.AddSingleton<IMembershipTermService>(_ => House.TermService(User));
        Services.AddSingleton<IReauthentication>(_ => new Reauthentication(User, House.Audit, Clock));
        Services.AddSingleton<ISentInvitations>(House.Invitations);
        LookAs(House.Alice);
    }

    private protected MembersHouse House { get; } = new();

    private protected FakePermissionRequestService Requests { get; } = new();

    protected NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();

    /// <summary>The page's own part of the URL.</summary>
    protected string Query => new Uri(Navigation.Uri).Query;

    protected void LookAs(UserId somebody) => User.SignIn(somebody);

    /// <summary>Opens the page at <c>/organizations/{acme}/people/members{query}</c>.</summary>
    protected IRenderedComponent<MembersPage> Open(string query = "", string? organization = null)
    {
        var id = organization ?? House.Acme.Value;
        Navigation.NavigateTo($"/organizations/{id}/people/members{query}");
        var person = User.Person!;
        var rights = House.Rights.ReadRecentAsync(House.Acme, person.Id).GetAwaiter().GetResult().Value;
        var access = new OrganizationAccess(House.Acme, "Acme", null, House.RolesOf(person.Id), rights.Permissions);
        House.Logto.Calls.Clear();
        return Render<MembersPage>(parameters => parameters.Add(page => page.OrganizationId, id).AddCascadingValue(access));
    }

    protected static IReadOnlyList<string> Names(IRenderedComponent<MembersPage> page) => [.. page.FindAll("td.cell-main bdi").Where(name => name.Closest(".person-name") is not null).Select(name => name.Words())];

    /// <summary>What the row says about a person's roles.</summary>
    protected static string RolesOf(IRenderedComponent<MembersPage> page, string name) => Row(page, name).QuerySelector("td[data-label=Role]")!.Words();

    protected static AngleSharp.Dom.IElement Row(IRenderedComponent<MembersPage> page, string name) =>
        Assert.Single(page.FindAll("tbody tr:not(.row-detail)"), row => row.QuerySelector(".person-name bdi")?.Words() == name);

    /// <summary>Opens the menu of roles in a person's row.</summary>
    protected static void OpenRoles(IRenderedComponent<MembersPage> page, string name) => Row(page, name).QuerySelector("button.select")!.Click();

    /// <summary>Opens the menu at the end of a person's row.</summary>
    protected static void OpenActions(IRenderedComponent<MembersPage> page, string name) => page.Button($"Actions for {name}").Click();

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        House.Dispose();
    }
}
