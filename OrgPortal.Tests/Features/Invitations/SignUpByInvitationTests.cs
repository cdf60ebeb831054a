using OrgPortal.Tests.Support.Fakes.Logto;
using OrgPortal.Web.Audit;
using OrgPortal.Web.Features.Invitations;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;

namespace OrgPortal.Tests.Features.Invitations;

public sealed class SignUpByInvitationTests : IDisposable
{
    private const string New = "frieda@partner.example";

    private readonly InvitationTestBed _bed = new(("Portal:Invitations:SignUpByLink", "true"));

    public void Dispose() => _bed.Dispose();

    [Fact]
    public async Task Somebody_new_with_the_mailed_link_signs_up_by_it()
    {
        await _bed.InviteAsync(New);
        var token = _bed.MailedToken(New);
        _bed.User.SignOut();
        Assert.True((await _bed.Responses.FindAsync(token)).CanSignUp);
        Assert.Empty(_bed.Logto.OneTimeTokens);

        var next = await _bed.Responses.SignUpAsync(token);

        Assert.Equal(new NewOneTimeToken(New, 600), Assert.Single(_bed.Logto.OneTimeTokens));
        var kept = Assert.Single(_bed.Browser.Kept);
        Assert.Equal((New, TimeSpan.FromMinutes(10)), (kept.Address, kept.Lifetime));
        Assert.Equal($"/sign-in?returnUrl=%2Finvitation%2F{token}&login_hint={New}&one_time=1&remember=1", next.Value);
        Assert.DoesNotContain(kept.Token, next.Value, StringComparison.Ordinal);
        var record = _bed.Audit.Records[^1];
        Assert.Equal((AuditActions.SignUpByInvitation, "done", New), (record.Action, record.Outcome, record.Act.TargetName));
        Assert.Equal(InvitationStatuses.Pending, Assert.Single(_bed.Logto.Invitations).Status);
    }

    [Fact]
    public async Task The_link_that_was_handed_to_the_inviter_signs_nobody_up()
    {
        var id = await _bed.InviteAsync(New);
        var copied = InvitationTestBed.TokenIn((await _bed.Service.CreateLinkAsync(_bed.Acme, id)).Value.AbsoluteUri);
        _bed.User.SignOut();

        await AssertNotPossibleAsync(copied);
    }

    [Fact]
    public async Task The_mailed_link_is_no_key_to_an_account()
    {
        await _bed.InviteAsync();
        _bed.User.SignOut();
        await AssertNotPossibleAsync(_bed.MailedToken());

        _bed.SignIn(_bed.Alice);
        await _bed.InviteAsync(New);
        var token = _bed.MailedToken(New);
        _bed.User.SignOut();
        Assert.True((await _bed.Responses.FindAsync(token)).CanSignUp);
        _bed.Logto.AddUser("Frieda@Partner.example", "Frieda");
        await AssertNotPossibleAsync(token);
    }

    [Fact]
    public async Task Whoever_is_sent_to_an_identity_provider_signs_up_there()
    {
        await _bed.InviteAsync(New);
        var token = _bed.MailedToken(New);
        _bed.User.SignOut();
        _bed.Logto.SsoConnectors.Add(new FakeSsoConnector("c1", SsoProviders.Oidc, "Directory") { Domains = ["partner.example"] });
        Assert.True((await _bed.Responses.FindAsync(token)).CanSignUp);

        _bed.Logto.JustInTimeSsoConnectors.Add((_bed.Acme, "c1"));

        await AssertNotPossibleAsync(token);
    }

    [Theory]
    [InlineData("revoked")]
    [InlineData("expired")]
    [InlineData("renewed")]
    public async Task A_dead_link_signs_nobody_up(string fate)
    {
        var id = await _bed.InviteAsync(New);
        var token = _bed.MailedToken(New);
        if (fate == "revoked")
        {
            await _bed.Service.RevokeAsync(_bed.Acme, id);
        }
        else
        {
            _bed.PassExpiry();
        }

        if (fate == "renewed")
        {
            await _bed.Service.RenewAsync(_bed.Acme, id);
        }

        _bed.User.SignOut();
        await AssertNotPossibleAsync(token);
    }

    [Fact]
    public async Task Unless_the_deployer_wants_it_nobody_signs_up_by_a_link_and_Logto_is_asked_nothing_more()
    {
        using var bed = new InvitationTestBed();
        await bed.InviteAsync(New);
        var token = bed.MailedToken(New);
        bed.User.SignOut();

        Assert.False((await bed.Responses.FindAsync(token)).CanSignUp);
        Assert.Equal(RefusalReasons.SignUpNotPossible, (await bed.Responses.SignUpAsync(token)).Failure!.Code);
        Assert.Equal(0, bed.Logto.Calls.CountOf("IUsersClient.HasAddressAsync"));
        Assert.Empty(bed.Logto.OneTimeTokens);
    }

    [Fact]
    public async Task One_link_makes_only_so_many_tokens_in_an_hour()
    {
        await _bed.InviteAsync(New);
        var token = _bed.MailedToken(New);
        _bed.User.SignOut();
        var answers = new List<Result<string>>();
        for (var i = 0; i < 12; i++)
        {
            answers.Add(await _bed.Responses.SignUpAsync(token));
        }

        Assert.Equal(10, answers.Count(answer => !answer.IsFailure));
        Assert.Equal(InvitationLimits.SignUpsPerLink, Assert.IsType<LimitReached>(answers[^1].Failure).Code);
        Assert.Equal(10, _bed.Logto.OneTimeTokens.Count);
    }

    [Fact]
    public async Task Without_an_answer_or_a_record_nothing_is_kept()
    {
        await _bed.InviteAsync(New);
        var token = _bed.MailedToken(New);
        _bed.User.SignOut();
        _bed.Logto.Calls.Fail("IOneTimeTokensClient.CreateAsync", FakeLogtoCalls.Outage());
        Assert.IsType<Unavailable>((await _bed.Responses.SignUpAsync(token)).Failure);
        Assert.Equal("failed", _bed.Audit.Records[^1].Outcome);
        _bed.Audit.IsDown = true;
        Assert.IsType<Unavailable>((await _bed.Responses.SignUpAsync(token)).Failure);
        Assert.Empty(_bed.Browser.Kept);
    }

    private async Task AssertNotPossibleAsync(string token)
    {
        Assert.False((await _bed.Responses.FindAsync(token)).CanSignUp);
        Assert.Equal(RefusalReasons.SignUpNotPossible, (await _bed.Responses.SignUpAsync(token)).Failure!.Code);
        Assert.Empty(_bed.Logto.OneTimeTokens);
        Assert.Empty(_bed.Browser.Kept);
    }
}
