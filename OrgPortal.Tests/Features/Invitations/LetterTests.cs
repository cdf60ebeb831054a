using Microsoft.EntityFrameworkCore;
using OrgPortal.Web.Features.Invitations;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;

namespace OrgPortal.Tests.Features.Invitations;

/// <summary>Language and note of an invitation's mail.</summary>
public sealed class LetterTests : IDisposable
{
    private readonly InvitationTestBed _bed = new();

    public void Dispose() => _bed.Dispose();

    [Fact]
    public async Task The_mail_carries_the_language_by_its_name_in_Logto_and_the_note()
    {
        await SendAsync(new Letter("zh-Hans", "  欢迎!\r\nSee you on Monday. "));

        Assert.Equal(("zh-CN", "欢迎!\nSee you on Monday."), (Mail.Locale, Mail.Note));
    }

    [Fact]
    public async Task Without_either_the_tenant_chooses_the_language_and_the_note_is_empty()
    {
        await SendAsync(new Letter(" ", "  "));

        Assert.Equal((null, string.Empty), (Mail.Locale, Mail.Note));
        Assert.Empty(Kept());
    }

    [Theory]
    [InlineData("Eve <a href=x>", "Eve ‹a href=x›")]
    [InlineData("Pay at https://evil.example.com/now", "Pay at https evil example com/now")]
    [InlineData("Ana\r\nB. Smith", "Ana B. Smith")]
    [InlineData("eve@evil.com", "eve@evil.com")]
    public async Task The_inviters_name_is_no_markup_and_leads_nowhere_in_any_mail(string name, string expected)
    {
        _bed.User.Person = _bed.User.Person! with { Name = name };
        await _bed.Service.SendAsync(_bed.Acme, Form(Letter.None));

        Assert.Equal(new InvitationSender(_bed.User.Person.Id, expected, _bed.User.Person.EmailAddress), Mail.Inviter);
    }

    [Fact]
    public async Task A_note_is_no_markup_in_any_mail()
    {
        await SendAsync(new Letter(Note: "<img src=x onerror=alert(1)> a < b\u202E\u0007"));

        Assert.Equal("‹img src=x onerror=alert(1)› a ‹ b", Mail.Note);
    }

    [Theory]
    [InlineData("Look at https://evil.example/login", "link")]
    [InlineData("Look at www.evil.example", "link")]
    [InlineData("Look at evil.com", "link")]
    public async Task A_note_leads_nowhere(string note, string reason)
    {
        var refused = Assert.IsType<Invalid>((await _bed.Service.SendAsync(_bed.Acme, Form(new Letter(Note: note)))).Failure);

        Assert.Equal(new FieldFailure("note", reason), Assert.Single(refused.Fields));
        Assert.Empty(_bed.Logto.Invitations);
    }

    [Fact]
    public async Task A_long_note_and_a_language_the_portal_does_not_speak_are_refused()
    {
        var refused = Assert.IsType<Invalid>((await _bed.Service.SendAsync(_bed.Acme, Form(new Letter("tlh", new string('x', Letter.LongestNote + 1))))).Failure);

        Assert.Equal([new FieldFailure("note", "too_long"), new FieldFailure("language", "unknown")], refused.Fields);
    }

    [Fact]
    public async Task Sending_again_and_renewing_say_the_same()
    {
        var id = await SendAsync(new Letter("zh-Hans", "Welcome"));
        await _bed.Service.ResendAsync(_bed.Acme, id);
        Assert.Equal(("zh-CN", "Welcome"), (Mail.Locale, Mail.Note));

        _bed.PassExpiry();
        await _bed.Service.RenewAsync(_bed.Acme, id);

        Assert.Equal(3, _bed.Logto.Messages.Count);
        Assert.Equal(("zh-CN", "Welcome"), (Mail.Locale, Mail.Note));
        Assert.NotEqual(id.Value, Assert.Single(Kept()));
    }

    [Fact]
    public async Task The_note_stands_on_the_page_of_an_open_invitation_and_goes_with_its_end()
    {
        await SendAsync(new Letter(Note: "Welcome"));
        _bed.SignIn(_bed.Dave);
        Assert.Equal("Welcome", (await _bed.Responses.FindAsync(_bed.MailedToken())).Offer!.Note);

        await _bed.Responses.DeclineAsync(_bed.MailedToken());

        Assert.Null((await _bed.Responses.FindAsync(_bed.MailedToken())).Offer!.Note);
        Assert.Empty(Kept());
    }

    [Fact]
    public async Task Deleting_the_record_deletes_what_was_written()
    {
        var id = await SendAsync(new Letter(Note: "Welcome"));
        await _bed.Service.RevokeAsync(_bed.Acme, id);
        Assert.Single(Kept());

        await _bed.Service.DeleteAsync(_bed.Acme, id);

        Assert.Empty(Kept());
    }

    [Fact]
    public async Task Why_a_mail_did_not_go_out_is_known_until_one_does()
    {
        _bed.Logto.HasEmailConnector = false;
        var id = await SendAsync(Letter.None);
        Assert.Equal(RefusalReasons.NoMailConnector, await ReasonAsync());

        _bed.Logto.HasEmailConnector = true;
        await _bed.Service.ResendAsync(_bed.Acme, id);

        Assert.Null(await ReasonAsync());
    }

    private Web.Logto.Models.InvitationMessage Mail => _bed.Logto.Messages[^1].Message;

    private async Task<Web.Logto.InvitationId> SendAsync(Letter letter) => (await _bed.Service.SendAsync(_bed.Acme, Form(letter))).Value.Single().Invitation!.Value;

    private SendInvitationsForm Form(Letter letter) => new(["dave@example.com"], [_bed.Member], Letter: letter);

    private async Task<string?> ReasonAsync() => (await _bed.Service.ListAsync(_bed.Acme, new InvitationQuery())).Value.Page.Items.Single().NotSentBecause;

    private string[] Kept()
    {
        using var context = _bed.Store.CreateDbContext();
        return [.. context.InvitationLetters.AsNoTracking().Select(letter => letter.InvitationId)];
    }
}
