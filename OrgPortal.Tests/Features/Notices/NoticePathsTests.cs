using OrgPortal.Web.Features.Notices;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Notices;

namespace OrgPortal.Tests.Features.Notices;

public sealed class NoticePathsTests
{
    private static readonly OrganizationId Acme = OrganizationId.Parse("acmeacmeacme");

    [Theory]
    [InlineData(NoticeKinds.RequestApproved, null, null, "/organizations/acmeacmeacme")]
    [InlineData(NoticeKinds.RequestMade, null, "bobbobbobbob", "/organizations/acmeacmeacme/people/requests")]
    [InlineData(NoticeKinds.MemberJoined, null, "bobbobbobbob", "/organizations/acmeacmeacme/people/members/bobbobbobbob")]
    [InlineData(NoticeKinds.InvitationDeclined, null, null, "/organizations/acmeacmeacme/people/invitations")]
    [InlineData(NoticeKinds.MembershipEnded, "settings/domains", null, "/organizations/acmeacmeacme/settings/domains")]
    [InlineData(NoticeKinds.MembershipEnded, "//elsewhere.example", null, "/organizations/acmeacmeacme/people/members")]
    [InlineData(NoticeKinds.MembershipEnded, "../account", null, "/organizations/acmeacmeacme/people/members")]
    public void A_notice_leads_to_a_page_of_its_organization(string kind, string? page, string? person, string expected) =>
        Assert.Equal(expected, NoticePaths.Of(kind, Acme, new NoticeFacts { Page = page, PersonId = person }));
}
