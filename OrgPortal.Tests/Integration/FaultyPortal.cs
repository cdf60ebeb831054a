using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OrgPortal.Tests.Support;
using OrgPortal.Web.Features.Invitations;
using OrgPortal.Web.Features.Members;
using OrgPortal.Web.Features.Organizations;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;

namespace OrgPortal.Tests.Integration;

/// <summary>A portal over an emulator in which things go wrong. What the services answer comes back as text: "done", or the failure's code.</summary>
internal sealed class FaultyPortal : IAsyncDisposable
{
    private static readonly Guid Request = Guid.Parse("6f1c1f0e-3a52-4a0c-9f0e-5d8f6f3f7a11");

    private FaultyPortal(PortalFactory portal) => Portal = portal;

    public PortalFactory Portal { get; }

    public OrganizationId Acme => OrganizationId.Parse(Portal.Logto.State.Read(tables => tables.Organizations.Where(organization => organization.Name == "Acme").Single().Id), null);

    public static async Task<FaultyPortal> StartAsync(TimeProvider? time = null) =>
        new(await PortalFactory.StartAsync(new PortalFactoryOptions { Endpoints = Map, Time = time ?? TimeProvider.System }));

    /// <summary>Calls one of the endpoints below.</summary>
    public async Task<string> ActAsync(TestBrowser browser, string act) =>
        (await browser.PostAsync($"/test/faults/{act}?organization={Acme}")).Text;

    /// <summary>The members of an organization and the names of their roles, as Logto knows them; nothing for an organization that is none.</summary>
    public async Task<IReadOnlyList<OrganizationMember>> MembersAsync(OrganizationId organization)
    {
        await using var scope = Portal.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<IOrganizationMembersClient>().ListAsync(organization, new PageRequest(1, 100))).Items;
    }

    /// <summary>Every organization of that name.</summary>
    public IReadOnlyList<OrganizationId> Organizations(string name) =>
        [.. Portal.Logto.State.Read(tables => tables.Organizations.Where(organization => organization.Name == name).Select(organization => organization.Id).ToArray()).Select(id => OrganizationId.Parse(id, null))];

    public int CountOfInvitations() => Portal.Logto.State.Read(tables => tables.Invitations.Where(_ => true).Count());

    public ValueTask DisposeAsync() => Portal.DisposeAsync();

    private static void Map(WebApplication portal)
    {
        var faults = portal.MapGroup("/test/faults");
        faults.MapPost("members", async (string organization, IMemberService members) =>
            Told(await members.ListAsync(OrganizationId.Parse(organization, null), new MemberQuery())));
        faults.MapPost("remove", async (string organization, IMemberService members) =>
            Told(await members.RemoveAsync(OrganizationId.Parse(organization, null), await BobAsync(members, organization))));
        faults.MapPost("promote", async (string organization, IMemberService members, IOrganizationRolesClient roles) =>
            Told(await members.ChangeRolesAsync(OrganizationId.Parse(organization, null), await BobAsync(members, organization), [(await roles.ListAsync()).Single(role => role.Name == "admin").Id])));
        faults.MapPost("create", async (IOrganizationService organizations) =>
            Told(await organizations.CreateAsync(Request, new CreateOrganizationForm("Globex"))));
        faults.MapPost("invite", async (string organization, IInvitationService invitations, IOrganizationRolesClient roles) =>
        {
            var form = new SendInvitationsForm(["erin@example.com"], [(await roles.ListAsync()).Single(role => role.Name == "member").Id]);
            var sent = await invitations.SendAsync(OrganizationId.Parse(organization, null), form);
            return sent.IsFailure ? sent.Failure.Code : sent.Value.Single().Kind.ToString();
        });
    }

    private static async Task<UserId> BobAsync(IMemberService members, string organization) =>
        (await members.ListAsync(OrganizationId.Parse(organization, null), new MemberQuery("bob"))).Value.Items.Single().Id;

    private static string Told(Result result) => result.IsFailure ? result.Failure.Code : "done";

    private static string Told<T>(Result<T> result) => result.IsFailure ? result.Failure.Code : "done";
}
