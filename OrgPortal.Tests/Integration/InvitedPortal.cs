using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using OrgPortal.Tests.Support;
using OrgPortal.Web.Features.Invitations;
using OrgPortal.Web.Features.JoinLinks;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;

namespace OrgPortal.Tests.Integration;

/// <summary>A portal in which Alice has invited somebody to Acme, over the service and Logto's mail.</summary>
internal sealed class InvitedPortal : IAsyncDisposable
{
    private InvitedPortal(PortalFactory portal, TestBrowser alice, OrganizationId acme) => (Portal, Alice, Acme) = (portal, alice, acme);

    public PortalFactory Portal { get; }

    /// <summary>Alice's browser.</summary>
    public TestBrowser Alice { get; }

    public OrganizationId Acme { get; }

    public static async Task<InvitedPortal> StartAsync(IReadOnlyDictionary<string, string?>? settings = null)
    {
        var options = new PortalFactoryOptions { Endpoints = Map };
        foreach (var (key, value) in settings ?? new Dictionary<string, string?>())
        {
            options.Settings[key] = value;
        }

        var portal = await PortalFactory.StartAsync(options);
        var acme = OrganizationId.Parse(portal.Logto.State.Read(tables => tables.Organizations.Where(organization => organization.Name == "Acme").Single().Id), null);
        return new InvitedPortal(portal, await portal.SignInAsync("alice"), acme);
    }

    /// <summary>Alice invites an address as a member.</summary>
    /// <returns>The path of the link in the mail.</returns>
    public async Task<string> InviteAsync(string address = "erin@example.com")
    {
        var invited = await Alice.PostAsync($"/test/invite?organization={Acme}&address={Uri.EscapeDataString(address)}");
        Assert.Equal("Sent", invited.Text);
        return PathOf(Portal.Logto.MailTo(address)[^1].Link!);
    }

    /// <summary>Alice makes a link to join Acme by.</summary>
    /// <returns>Its path.</returns>
    public async Task<string> MakeLinkAsync() => (await Alice.PostAsync($"/test/join-link?organization={Acme}")).Text;

    /// <summary>Alice copies a link of the only open invitation.</summary>
    /// <returns>Its path.</returns>
    public async Task<string> CopyLinkAsync() => (await Alice.PostAsync($"/test/copy?organization={Acme}")).Text;

    /// <summary>Whether somebody of the seed belongs to Acme, as Logto knows it.</summary>
    public async Task<bool> IsMemberAsync(string name)
    {
        await using var scope = Portal.Services.CreateAsyncScope();
        var members = await scope.ServiceProvider.GetRequiredService<IOrganizationMembersClient>().ListAsync(Acme, new PageRequest(1, 20), name);
        return members.Items.Any(member => member.PrimaryEmail == $"{name}@example.com");
    }

    /// <summary>The status of the only invitation, as Logto knows it.</summary>
    public string Status() => Portal.Logto.State.Read(tables => tables.Invitations.Where(_ => true).Single().StatusAt(tables.Now).ToString());

    public static string TokenOf(string path) => path.Split('/')[^1];

    public async ValueTask DisposeAsync()
    {
        Alice.Dispose();
        await Portal.DisposeAsync();
    }

    private static string PathOf(string link) => new Uri(link).AbsolutePath;

    private static void Map(WebApplication portal)
    {
        portal.MapPost("/test/invite", async (string organization, string address, IInvitationService invitations, IOrganizationRolesClient roles) =>
        {
            var member = (await roles.ListAsync(CancellationToken.None)).Single(role => role.Name == "member");
            var sent = await invitations.SendAsync(OrganizationId.Parse(organization, null), new SendInvitationsForm([address], [member.Id]));
            return sent.Value.Single().Kind.ToString();
        });
        portal.MapPost("/test/join-link", async (string organization, IJoinLinkService links, IOrganizationRolesClient roles) =>
        {
            var member = (await roles.ListAsync(CancellationToken.None)).Single(role => role.Name == "member");
            var made = await links.CreateAsync(OrganizationId.Parse(organization, null), new JoinLinkForm("Interns", [member.Id], []));
            return made.Value.Address.AbsolutePath;
        });
        portal.MapPost("/test/copy", async (string organization, IInvitationService invitations) =>
        {
            var id = OrganizationId.Parse(organization, null);
            var open = await invitations.ListAsync(id, new InvitationQuery(InvitationState.Pending));
            return (await invitations.CreateLinkAsync(id, open.Value.Page.Items.Single().Id)).Value.AbsolutePath;
        });
        portal.MapPost("/test/revoke", async (string organization, IInvitationService invitations) =>
        {
            var id = OrganizationId.Parse(organization, null);
            var open = await invitations.ListAsync(id, new InvitationQuery(InvitationState.Pending));
            var revoked = await invitations.RevokeAsync(id, open.Value.Page.Items.Single().Id);
            return revoked.IsFailure ? revoked.Failure.Code : "done";
        });
    }
}
