using OrgPortal.Web.Features.Invitations;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;

namespace OrgPortal.Tests.Features.Invitations;

public sealed class InvitationTokensTests : IDisposable
{
    private readonly InvitationTestBed _bed = new();
    private readonly OrganizationInvitation _invitation;

    public InvitationTokensTests() =>
        _invitation = _bed.Invitation(_bed.Logto.AddInvitation(_bed.Acme, "Dave@Example.com", _bed.Alice, null, _bed.Member));

    public void Dispose() => _bed.Dispose();

    [Fact]
    public async Task A_token_has_192_random_bits_and_fits_into_a_path()
    {
        var tokens = new HashSet<string>();
        for (var i = 0; i < 100; i++)
        {
            tokens.Add(await NewAsync());
        }

        Assert.Equal(100, tokens.Count);
        Assert.All(tokens, token => Assert.Matches("^[A-Za-z0-9_-]{32}$", token));
    }

    [Fact]
    public async Task The_store_holds_a_hash_bound_to_invitation_organization_and_address_and_no_token()
    {
        var token = await NewAsync();

        var stored = Assert.Single(_bed.StoredTokens());
        Assert.Matches("^[0-9a-f]{64}$", stored.Hash);
        Assert.DoesNotContain(token, System.Text.Json.JsonSerializer.Serialize(stored), StringComparison.Ordinal);
        Assert.Equal((_invitation.Id.Value, _bed.Acme.Value, "dave@example.com", _bed.Alice.Value), (stored.InvitationId, stored.OrganizationId, stored.Invitee, stored.CreatedById));
    }

    [Fact]
    public async Task Several_tokens_live_for_one_invitation_and_end_together()
    {
        var first = await NewAsync();
        var second = await NewAsync();
        await _bed.Tokens.EndAllAsync(_invitation, InvitationEnds.Revoked);

        Assert.All(new[] { first, second }, token => Assert.Equal(InvitationEnds.Revoked, FindAsync(token).Result!.EndedBecause));
    }

    [Fact]
    public async Task An_ended_token_is_still_recognised_and_keeps_its_first_reason()
    {
        var token = await NewAsync();
        await _bed.Tokens.EndAllAsync(_invitation, InvitationEnds.Accepted);
        await _bed.Tokens.EndAllAsync(_invitation, InvitationEnds.Revoked);

        Assert.Equal(InvitationEnds.Accepted, (await FindAsync(token))!.EndedBecause);
    }

    [Fact]
    public async Task Ending_one_invitation_leaves_the_tokens_of_another()
    {
        var other = _bed.Invitation(_bed.Logto.AddInvitation(_bed.Acme, "erin@example.com", _bed.Alice));
        var token = (await _bed.Tokens.CreateAsync(other, new InvitationMaker(_bed.Alice, "Alice"))).Value;

        await _bed.Tokens.EndAllAsync(_invitation, InvitationEnds.Revoked);

        Assert.Null((await FindAsync(token))!.EndedAt);
    }

    [Fact]
    public async Task Old_links_lead_to_the_newest_renewal()
    {
        var token = await NewAsync();
        var second = _bed.Invitation(_bed.Logto.AddInvitation(_bed.Acme, "dave@example.com", _bed.Alice));
        var third = InvitationId.Parse("third");

        await _bed.Tokens.EndAllAsync(_invitation, InvitationEnds.Renewed, second.Id);
        await _bed.Tokens.EndAllAsync(second, InvitationEnds.Renewed, third);

        Assert.Equal(third.Value, (await FindAsync(token))!.ReplacedByInvitationId);
    }

    [Fact]
    public async Task An_invitation_without_links_is_remembered_as_declined()
    {
        await _bed.Tokens.DeclineAllAsync(_invitation);
        await _bed.Tokens.DeclineAllAsync(_invitation);

        Assert.Equal([_invitation.Id.Value], (await _bed.Tokens.ListDeclinedAsync(_bed.Acme)).Value.Keys);
        Assert.Empty((await _bed.Tokens.ListDeclinedAsync(_bed.Globex)).Value);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("short")]
    [InlineData("../../../../../../etc/passwd12345")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    public async Task What_was_never_given_out_is_nothing(string? token) => Assert.Null(await FindAsync(token));

    [Fact]
    public async Task A_hash_from_the_store_is_no_token()
    {
        await NewAsync();
        var hash = Assert.Single(_bed.StoredTokens()).Hash;

        Assert.Null(await FindAsync(hash));
        Assert.Null(await FindAsync(hash[..32]));
    }

    [Fact]
    public async Task A_store_that_is_down_is_said_and_not_thrown()
    {
        var token = await NewAsync();
        _bed.Store.IsDown = true;

        Assert.IsType<Unavailable>((await _bed.Tokens.CreateAsync(_invitation, new InvitationMaker(null, null))).Failure);
        Assert.IsType<Unavailable>((await _bed.Tokens.FindAsync(token)).Failure);
        await _bed.Tokens.EndAllAsync(_invitation, InvitationEnds.Revoked);
    }

    private async Task<string> NewAsync() => (await _bed.Tokens.CreateAsync(_invitation, new InvitationMaker(_bed.Alice, "Alice"))).Value;

    private async Task<Web.Store.InvitationToken?> FindAsync(string? token) => (await _bed.Tokens.FindAsync(token)).Value;
}
