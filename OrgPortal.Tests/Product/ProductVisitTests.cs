using Microsoft.Extensions.Options;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Product;

namespace OrgPortal.Tests.Product;

public sealed class ProductVisitTests
{
    private static readonly OrganizationId Acme = OrganizationId.Parse("acme", null);
    private static readonly OrganizationId White = OrganizationId.Parse("white", null);

    [Fact]
    public void Without_a_product_there_is_no_way_back()
    {
        var visit = Visit(new ProductOptions { Name = "Acme Cloud" });
        visit.Begin("https://app.example.com/");

        Assert.Null(visit.Back(Acme));
        Assert.Null(visit.After(VisitEvent.Joined, Acme));
        Assert.Null(visit.Finish(new FinishedVisit(VisitEvent.Left, Acme, "Acme")));
        Assert.Null(visit.Finished);
    }

    [Fact]
    public void Members_go_to_their_organization_and_others_to_where_the_product_begins()
    {
        var visit = Visit(new ProductOptions { Url = "https://app.example.com/o/{organizationId}/home" });

        Assert.Equal("app.example.com", visit.Name);
        Assert.Equal("https://app.example.com/o/acme/home", visit.Back(Acme));
        Assert.Equal("https://app.example.com/", visit.Back(null));
        Assert.Equal("https://app.example.com/o/acme/home?orgportal_event=created&organization_id=acme", visit.After(VisitEvent.Created, Acme));
        Assert.All([VisitEvent.Left, VisitEvent.Deleted, VisitEvent.Declined], happened =>
            Assert.Equal($"https://app.example.com/?orgportal_event={happened.ToString().ToLowerInvariant()}&organization_id=acme", visit.After(happened, Acme)));
    }

    [Fact]
    public void Where_the_product_begins_can_be_said()
    {
        var visit = Visit(new ProductOptions { Name = "Acme Cloud", Url = "https://example.com/app/{organizationId}", HomeUrl = "https://example.com/app/start" });

        Assert.Equal("Acme Cloud", visit.Name);
        Assert.Equal("https://example.com/app/start", visit.Back(null));
        Assert.Equal("https://example.com/app/acme", visit.Back(Acme));
    }

    [Fact]
    public void An_organization_can_have_an_address_of_its_own_also_for_those_who_leave_it()
    {
        var visit = Visit(new ProductOptions { Url = "https://app.example.com", Organizations = { ["white"] = "https://white.example.net/in?o={organizationId}" } });

        Assert.Equal("https://app.example.com/", visit.Back(Acme));
        Assert.Equal("https://white.example.net/in?o=white", visit.Back(White));
        Assert.Equal("https://white.example.net/?orgportal_event=left&organization_id=white", visit.After(VisitEvent.Left, White));
    }

    [Fact]
    public void Where_the_person_wants_to_go_back_to_wins_where_it_is_allowed()
    {
        var visit = Visit(new ProductOptions { Url = "https://app.example.com", ReturnTo = { "https://app.example.com" } });
        visit.Begin("https://app.example.com/teams?t=7");

        Assert.Equal("https://app.example.com/teams?t=7", visit.Back(Acme));
        Assert.Equal("https://app.example.com/teams?t=7&orgportal_event=left&organization_id=acme", visit.After(VisitEvent.Left, Acme));
        visit.Begin("https://evil.example/");
        Assert.Equal("https://app.example.com/", visit.Back(Acme));
    }

    [Fact]
    public void The_products_own_address_is_no_leave_to_go_elsewhere_in_it()
    {
        var visit = Visit(new ProductOptions { Url = "https://app.example.com" });
        visit.Begin("https://app.example.com/redirect?to=https://evil.example");

        Assert.Equal("https://app.example.com/", visit.Back(null));
    }

    private static ProductVisit Visit(ProductOptions options) => new(new ProductAddresses(Options.Create(options)));
}
