using CsCheck;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using OrgPortal.Web.Features.Invitations;
using OrgPortal.Web.Features.Members;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Store;

namespace OrgPortal.Tests.Properties;

public sealed class InvitationLinkProperties
{
    private static readonly Uri Portal = new("https://portal.example");
    private static readonly OrganizationId Acme = OrganizationId.Parse("acme12345678");

    private static readonly Gen<string> Malformed = Gen.OneOf<string>(
        Texts.Any(40), Texts.From("abcdefghijkl-_019", 0, 31), Texts.From("abcdefghijkl-_019", 33, 60),
        Texts.Any(31).Select(text => text.PadRight(32, '=')), Texts.Any(31).Select(text => "+" + text));

    [Fact]
    public void What_cannot_be_a_token_does_not_reach_the_store() => Cases.Check(Malformed, text =>
    {
        if (text.Length == 32 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
        {
            return;
        }

        var tokens = new InvitationTokens(new NoStore(), TimeProvider.System, NullLogger<InvitationTokens>.Instance);

        var found = tokens.FindAsync(text).GetAwaiter().GetResult();

        Assert.False(found.IsFailure);
        Assert.Null(found.Value);
    });

    [Fact]
    public void A_link_has_one_segment_for_its_token() => Cases.Check(Texts.Any(), text =>
    {
        if (text.Length == 0 || text is "." or ".." || text.EnumerateRunes().Any(rune => rune.Value == 0xFFFD))
        {
            return;
        }

        var link = new Uri(Portal, InvitationPaths.Landing(text));

        Assert.Equal(3, link.Segments.Length);
        Assert.Equal(text, Uri.UnescapeDataString(link.Segments[2]));
        Assert.Equal("portal.example", link.Host);
        Assert.Equal(string.Empty, link.Query + link.Fragment);
    });

    [Fact]
    public void Lists_of_people_are_found_again_by_their_address() => Cases.Check(
        Gen.Select(Texts.Any(), Gen.Int, Gen.Int[0, 5], Texts.Any(12)),
        asked =>
        {
            var (search, page, state, name) = asked;
            InvitationState? wanted = state == 0 ? null : (InvitationState)(state - 1);
            var invitations = Query(InvitationPaths.List(Acme, new InvitationQuery(wanted, search, page)));
            var members = Query(PeoplePaths.Members(Acme, new MemberQuery(search, null, page)));

            Assert.Equal(wanted, InvitationPaths.StateOf(invitations.GetValueOrDefault("status")));
            Assert.Equal(page > 1 ? page.ToString(System.Globalization.CultureInfo.InvariantCulture) : null, invitations.GetValueOrDefault("page"));
            Assert.Equal(members.GetValueOrDefault("q"), invitations.GetValueOrDefault("q"));
            Assert.True(string.IsNullOrWhiteSpace(search) || search.EnumerateRunes().Any(rune => rune.Value == 0xFFFD) || members["q"] == search);
            Assert.True(InvitationPaths.StateOf(name) is not { } known || string.Equals(known.ToString(), name, StringComparison.OrdinalIgnoreCase));
        });

    [Fact]
    public void A_query_for_members_is_one_that_logto_answers() => Cases.Check(Gen.Select(Texts.Any(200), Gen.Int, Gen.Int), asked =>
    {
        var query = new MemberQuery(asked.Item1, null, asked.Item2, asked.Item3);

        Assert.InRange(query.Request.Number, 1, 1_000_000);
        Assert.InRange(query.Request.Size, 1, PageRequest.MaxSize);
        Assert.True(query.Text is null || query.Text.Length is > 0 and <= MemberQuery.MaxSearch);
        Assert.Equal(query.IsFiltered, query.Text is not null);
    });

    private static Dictionary<string, string> Query(string path) =>
        QueryHelpers.ParseQuery(new Uri(Portal, path).Query).ToDictionary(pair => pair.Key, pair => pair.Value.ToString());

    /// <summary>A store that must not be asked.</summary>
    private sealed class NoStore : IDbContextFactory<PortalDbContext>
    {
        public PortalDbContext CreateDbContext() => throw new InvalidOperationException("The store was asked.");
    }
}
