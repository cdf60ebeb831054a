using OrgPortal.Tests.Support;
using OrgPortal.Web.Features.Organizations;

namespace OrgPortal.Tests.Features.Organizations;

public sealed class CreationRefusedPageTests : OrganizationPagesContext
{
    public CreationRefusedPageTests()
        : base(("Portal:Organizations:Creation", "Nobody"))
    {
        House.SignIn(House.Dave);
    }

    [Fact]
    public void Whoever_may_not_create_is_told_why_before_typing_anything()
    {
        var page = Render<CreateOrganizationPage>();

        Assert.Equal("You cannot create an organization here", page.Find("h1").Words());
        Assert.Empty(page.FindAll("input"));
        Assert.Equal("/", page.Find("a.button").GetAttribute("href"));
    }
}
