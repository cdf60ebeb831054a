using Bunit;
using Microsoft.Extensions.DependencyInjection;
using OrgPortal.Tests.Support;
using OrgPortal.Web.Features.Invitations;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Tests.Features.Invitations;

public sealed class MyInvitationsMenuTests : MudTestContext
{
    private readonly Mine _mine = new();

    public MyInvitationsMenuTests() => Services.AddSingleton<IInvitationResponseService>(_mine);

    [Fact]
    public void Who_waits_for_an_answer_is_named_and_leads_to_where_it_is_given()
    {
        _mine.Listed = new MyInvitations([.. Enumerable.Range(1, 5).Select(Invitation)], true);

        var menu = Render<MyInvitationsMenu>();

        Assert.Equal(["Globex 1", "Globex 2", "Globex 3"], menu.FindAll("bdi").Select(name => name.Words()));
        Assert.Equal("Invited by Carol", menu.Find(".menu-note").Words());
        Assert.Equal("2 more", menu.FindAll("a")[^1].Words());
        Assert.All(menu.FindAll("a"), link => Assert.Equal("/", link.GetAttribute("href")));
    }

    [Fact]
    public void Nothing_open_and_nothing_known_draw_nothing()
    {
        Assert.Equal(string.Empty, Render<MyInvitationsMenu>().Markup.Trim());
        _mine.Listed = new Unavailable();
        Assert.Equal(string.Empty, Render<MyInvitationsMenu>().Markup.Trim());
    }

    private static MyInvitation Invitation(int number) =>
        new(InvitationId.Parse($"invitation{number}"), OrganizationId.Parse($"globex{number}"), $"Globex {number}", null, "Carol", [], DateTimeOffset.UnixEpoch);

    private sealed class Mine : IInvitationResponseService
    {
        public Result<MyInvitations> Listed { get; set; } = MyInvitations.None;

        public Task<Result<MyInvitations>> ListMineAsync(CancellationToken cancellationToken = default) => Task.FromResult(Listed);

        public Task<InvitationLanding> FindAsync(string token, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task<Result<OrganizationId>> AcceptAsync(string token) => throw new NotSupportedException();

        public Task<Result> DeclineAsync(string token, string? note = null) => throw new NotSupportedException();

        public Task<Result> AskForNewAsync(string token) => throw new NotSupportedException();

        public Task<Result<string>> SignUpAsync(string token) => throw new NotSupportedException();

        public Task<Result> SendNewLinkAsync(string token) => throw new NotSupportedException();

        public Task<Result<OrganizationId>> AcceptMineAsync(InvitationId invitation) => throw new NotSupportedException();

        public Task<Result> DeclineMineAsync(InvitationId invitation, string? note = null) => throw new NotSupportedException();
    }
}
