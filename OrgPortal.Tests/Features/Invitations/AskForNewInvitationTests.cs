using OrgPortal.Web.Audit;
using OrgPortal.Web.Events;
using OrgPortal.Web.Features.Invitations;
using OrgPortal.Web.Notices;
using OrgPortal.Web.Results;

namespace OrgPortal.Tests.Features.Invitations;

public sealed class AskForNewInvitationTests : IDisposable
{
    private readonly InvitationTestBed _bed = new();

    public void Dispose() => _bed.Dispose();

    [Fact]
    public async Task Whoever_has_a_dead_link_asks_without_an_account_and_the_list_shows_it()
    {
        await _bed.InviteAsync();
        var token = _bed.MailedToken();
        _bed.PassExpiry();
        _bed.User.SignOut();

        Assert.False((await _bed.Responses.AskForNewAsync(token)).IsFailure);

        Assert.Equal(nameof(InvitationsChanged), _bed.Announced.Last());
        var record = _bed.Audit.Records[^1];
        Assert.Equal((AuditActions.AskForInvitation, "done", "dave@example.com"), (record.Action, record.Outcome, record.Act.TargetName));
        _bed.SignIn(_bed.Alice);
        Assert.Equal(_bed.Clock.GetUtcNow(), await AskedAtAsync());
        var notice = Assert.Single(_bed.NoticesOf(_bed.Alice));
        Assert.Equal((NoticeKinds.InvitationAsked, "dave@example.com"), (notice.Kind, NoticeFacts.Read(notice.Facts).Address));
    }

    [Fact]
    public async Task Where_whoever_invited_may_no_longer_the_administrators_are_told()
    {
        _bed.SignIn(_bed.Ina);
        await _bed.InviteAsync();
        var token = _bed.MailedToken();
        _bed.Logto.FindMember(_bed.Acme, _bed.Ina)!.Roles.Clear();
        _bed.SignIn(_bed.Dave);

        Assert.False((await _bed.Responses.AskForNewAsync(token)).IsFailure);

        Assert.Equal(NoticeKinds.InvitationAsked, Assert.Single(_bed.NoticesOf(_bed.Alice)).Kind);
        Assert.Empty(_bed.NoticesOf(_bed.Ina));
    }

    [Fact]
    public async Task Once_a_day_for_each_link()
    {
        await _bed.InviteAsync();
        var token = _bed.MailedToken();
        _bed.PassExpiry();
        var announced = _bed.Announced.Count();

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => _bed.Responses.AskForNewAsync(token)));

        Assert.Single(answers, answer => !answer.IsFailure);
        Assert.All(answers.Where(answer => answer.IsFailure), answer => Assert.Equal(InvitationAsking.AskedAlready, Assert.IsType<LimitReached>(answer.Failure).Code));
        Assert.Equal(announced + 1, _bed.Announced.Count());
        _bed.Clock.Advance(InvitationAsking.Pause);
        Assert.False((await _bed.Responses.AskForNewAsync(token)).IsFailure);
    }

    [Theory]
    [InlineData("open")]
    [InlineData("accepted")]
    [InlineData("renewed")]
    [InlineData("unknown")]
    public async Task There_is_nothing_to_ask_for_where_the_link_is_not_dead(string state)
    {
        var id = await _bed.InviteAsync();
        var token = state == "unknown" ? new string('A', 32) : _bed.MailedToken();
        if (state == "accepted")
        {
            _bed.SignIn(_bed.Dave);
            await _bed.Responses.AcceptAsync(token);
        }
        else if (state == "renewed")
        {
            _bed.PassExpiry();
            await _bed.Service.RenewAsync(_bed.Acme, id);
        }

        _bed.User.SignOut();
        Assert.IsType<NotFound>((await _bed.Responses.AskForNewAsync(token)).Failure);
        Assert.DoesNotContain(_bed.Audit.Records, record => record.Action == AuditActions.AskForInvitation);
    }

    [Fact]
    public async Task A_new_invitation_answers_the_question()
    {
        var id = await _bed.InviteAsync();
        var token = _bed.MailedToken();
        _bed.PassExpiry();
        await _bed.Responses.AskForNewAsync(token);

        await _bed.Service.RenewAsync(_bed.Acme, id);

        Assert.Null(await AskedAtAsync());
    }

    [Fact]
    public async Task What_cannot_be_recorded_or_kept_is_told()
    {
        await _bed.InviteAsync();
        var token = _bed.MailedToken();
        _bed.PassExpiry();
        _bed.Audit.IsDown = true;
        Assert.IsType<Unavailable>((await _bed.Responses.AskForNewAsync(token)).Failure);
        _bed.Audit.IsDown = false;
        _bed.Store.IsDown = true;
        Assert.IsType<Unavailable>((await _bed.Responses.AskForNewAsync(token)).Failure);
    }

    [Fact]
    public async Task Whoever_invited_reads_why_it_was_declined()
    {
        await _bed.InviteAsync();
        var token = _bed.MailedToken();
        _bed.SignIn(_bed.Dave);

        await _bed.Responses.DeclineAsync(token, "  I have\u0007 changed <b>jobs</b>.  " + new string('x', 400));

        _bed.SignIn(_bed.Alice);
        var row = Assert.Single((await _bed.Service.ListAsync(_bed.Acme, new InvitationQuery(InvitationState.Declined))).Value.Page.Items);
        Assert.StartsWith("I have changed ‹b›jobs‹/b›.", row.DeclineNote, StringComparison.Ordinal);
        Assert.Equal(IInvitationResponseService.LongestNote, row.DeclineNote!.Length);
    }

    private async Task<DateTimeOffset?> AskedAtAsync() => Assert.Single((await _bed.Service.ListAsync(_bed.Acme, new InvitationQuery())).Value.Page.Items).AskedAt;
}
