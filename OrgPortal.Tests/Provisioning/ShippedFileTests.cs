using OrgPortal.Tests.Support;
using OrgPortal.Web.Authentication.SignIn;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Logto.Webhooks;

namespace OrgPortal.Tests.Provisioning;

/// <summary>The file that comes with the program fits the program.</summary>
public sealed class ShippedFileTests
{
    [Fact]
    public void It_has_every_permission_of_the_catalogue_and_no_other() =>
        Assert.Equal(OrganizationPermissions.All.Select(permission => permission.DefaultScope), BareTenant.Shipped().Permissions.Select(permission => permission.Name));

    [Fact]
    public void Its_administrators_may_everything_and_its_members_may_see()
    {
        var roles = BareTenant.Shipped().Roles.ToDictionary(role => role.Name);

        Assert.Equal(OrganizationPermissions.All.Select(permission => permission.DefaultScope), roles["admin"].Permissions);
        Assert.Equal(["read:member"], roles["member"].Permissions);
        Assert.Equal(["read:member"], roles["service"].Permissions);
        Assert.Equal([("admin", "User"), ("member", "User"), ("service", "MachineToMachine")], roles.Values.Select(role => (role.Name, role.Type)).Order());
    }

    [Fact]
    public void Its_application_has_the_addresses_of_the_portal()
    {
        var web = BareTenant.Shipped().Applications.Single(application => application.Type == "Traditional");

        Assert.Equal(["https://portal.example" + OpenIdConnectSetup.CallbackPath], web.RedirectUris);
        Assert.Equal(["https://portal.example" + OpenIdConnectSetup.SignedOutCallbackPath], web.PostLogoutRedirectUris);
        Assert.Equal(("https://portal.example" + BackchannelLogoutEndpoint.Path, true), (web.BackchannelLogoutUri, web.BackchannelLogoutSessionRequired));
        Assert.Equal(("Logto:Web:ClientId", "Logto:Web:ClientSecret"), (web.ClientIdSetting, web.ClientSecretSetting));
    }

    [Fact]
    public void Its_webhook_tells_of_all_that_the_portal_follows()
    {
        var webhook = Assert.Single(BareTenant.Shipped().Webhooks);

        Assert.Equal(WebhookEvents.All.Order(StringComparer.Ordinal), webhook.Events.Order(StringComparer.Ordinal));
        Assert.Equal(("https://portal.example/webhooks/logto", "Logto:Webhooks:SigningKey"), (webhook.Url, webhook.SigningKeySetting));
    }

    [Fact]
    public void Its_mails_are_there_in_every_language_of_the_portal()
    {
        var mails = BareTenant.Shipped().Mails;

        Assert.All(mails.GroupBy(mail => mail.Type), of => Assert.Equal(["en", "zh-CN"], of.Select(mail => mail.Language)));
        Assert.All(mails.Where(mail => mail.Type == "OrganizationInvitation"), mail => Assert.All(
            ["{{link}}", "{{note}}", "{{organization.name}}", "{{inviter.name}}"], variable => Assert.Contains(variable, mail.Subject + mail.Content, StringComparison.Ordinal)));
        // Logto puts names into a mail as they are.
        Assert.All(mails, mail => Assert.Equal("text/plain", mail.ContentType));
    }

    [Fact]
    public void It_stands_at_the_top_of_the_repository() =>
        Assert.Equal(File.ReadAllText(Path.Combine(SourceTree.Root, "tenant.yaml")), File.ReadAllText(BareTenant.ShippedFile));
}
