using Bunit;
using Microsoft.Extensions.DependencyInjection;
using OrgPortal.Tests.Support;
using OrgPortal.Web.Features.Members;
using OrgPortal.Web.Features.Organizations;
using OrgPortal.Web.Product;

namespace OrgPortal.Tests.Features.Organizations;

/// <summary>What pages with a circuit do at the end of a visit, where there is a product to go back to.</summary>
public sealed class ProductPagesTests : OrganizationPagesContext
{
    public ProductPagesTests() => Services.Configure<ProductOptions>(product => (product.Name, product.Url) = ("Acme Cloud", "https://app.example.com/o/{organizationId}"));

    [Fact]
    public void Whoever_created_an_organization_reads_so_and_goes_on_to_the_product()
    {
        House.SignIn(House.Dave);
        var wizard = Render<CreateOrganizationPage>();
        wizard.Find("input.input").Input("Initech");
        wizard.Find("form").Submit();
        wizard.WaitForAssertion(() => Assert.Equal("Invite people to Initech", wizard.Find("h1").Words()));
        wizard.Button("Skip and create").Click();

        wizard.WaitForAssertion(() => Assert.Equal("Initech is ready", wizard.Find("h1").Words()));
        var organization = Assert.Single(House.Named("Initech"));
        Assert.Equal("Continue to Acme Cloud", wizard.Find("a.button-primary").Words());
        Assert.Equal($"https://app.example.com/o/{organization}?orgportal_event=created&organization_id={organization}", wizard.Find("a.button-primary").GetAttribute("href"));
        Assert.Contains(wizard.FindAll("a.button"), link => link.GetAttribute("href") == $"/organizations/{organization}");
    }

    [Fact]
    public void Whoever_accepts_on_their_home_page_reads_so_and_goes_on_to_the_product_or_stays()
    {
        Logto.VerifiesAddresses = true;
        Logto.AddInvitation(House.Acme, "dave@example.com", House.Alice, null, House.Member);
        House.SignIn(House.Dave);
        var home = Render<HomePage>();

        home.Button("Accept the invitation to Acme").Click();

        home.WaitForAssertion(() => Assert.Equal("/finished", Path));
        AssertFinished("You are now a member of Acme", $"https://app.example.com/o/{House.Acme}?orgportal_event=joined&organization_id={House.Acme}", $"/organizations/{House.Acme}");
    }

    [Fact]
    public void Whoever_declines_the_only_thing_that_waits_for_them_goes_on_to_the_product()
    {
        Logto.VerifiesAddresses = true;
        Logto.AddInvitation(House.Acme, "dave@example.com", House.Alice, null, House.Member);
        House.SignIn(House.Dave);
        var home = Render<HomePage>();

        home.Button("Decline the invitation to Acme").Click();
        Dialogs.WaitForAssertion(() => Assert.NotEmpty(Dialogs.Buttons("Decline")));
        Dialogs.Button("Decline").Click();

        home.WaitForAssertion(() => Assert.Equal("/finished", Path));
        AssertFinished("You declined the invitation to Acme", $"https://app.example.com/?orgportal_event=declined&organization_id={House.Acme}", "/");
    }

    [Fact]
    public void Whoever_deletes_an_organization_reads_so_and_goes_on_to_the_product()
    {
        House.SignIn(House.Alice);
        var page = Render<SettingsPage>(parameters => parameters.Add(settings => settings.OrganizationId, House.Acme.Value).AddCascadingValue(AccessOf(House.Alice)));
        page.Button("Delete Acme").Click();
        page.Find(".danger-details input").Input("Acme");
        page.Button("Delete Acme").Click();

        page.WaitForAssertion(() => Assert.Equal("/finished", Path));
        AssertFinished("Acme was deleted", $"https://app.example.com/?orgportal_event=deleted&organization_id={House.Acme}", "/");
        Assert.DoesNotContain("Deleted", Toasts.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_leaves_an_organization_reads_so_and_goes_on_to_the_product()
    {
        House.SignIn(House.Bob);
        var leaving = Services.GetRequiredService<Departure>().AskAsync(AccessOf(House.Bob));
        Dialogs.WaitForAssertion(() => Assert.NotEmpty(Dialogs.Buttons("Leave Acme")));
        Dialogs.Button("Leave Acme").Click();

        Assert.Null(await leaving);
        Assert.Equal("/finished", Path);
        AssertFinished("You left Acme", $"https://app.example.com/?orgportal_event=left&organization_id={House.Acme}", "/");
    }

    [Fact]
    public void The_page_that_says_so_leads_home_when_nothing_was_done()
    {
        Navigation.NavigateTo("/finished");

        Render<FinishedPage>();

        Assert.Equal("/", Path);
    }

    private void AssertFinished(string title, string on, string other)
    {
        var page = Render<FinishedPage>();

        Assert.Equal(title, page.Find("[role=status] h1").Words());
        Assert.Equal([on, other], page.FindAll("a.button").Select(link => link.GetAttribute("href")));
        Assert.Equal("Continue to Acme Cloud", page.Find("a.button-primary").Words());
    }
}
