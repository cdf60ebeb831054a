using System.Text.Json;
using System.Text.RegularExpressions;
using CsCheck;
using Microsoft.AspNetCore.WebUtilities;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;

namespace OrgPortal.Tests.Properties;

public sealed partial class IdentifierProperties
{
    private static readonly Uri Api = new("https://logto.example/api/");

    private static readonly Gen<string> Candidates = Gen.OneOf<string>(
        Texts.Any(70), Texts.From("abcXYZ019_-", 0, 70),
        Texts.Near("acme12345678", "../../users", "%2e%2e", "acme12345678?x=1", "acme:admin", "\uFF41cme"));

    [Fact]
    public void An_identifier_never_leaves_its_segment_of_a_path() => Cases.Check(Candidates, text =>
    {
        Assert.Equal(Form().IsMatch(text), OrganizationId.TryParse(text, null, out var organization));
        Assert.Equal(Form().IsMatch(text), UserId.TryParse(text, null, out var user));
        if (organization.Value.Length == 0)
        {
            return;
        }

        Assert.Equal(text, organization.ToString());
        var address = new Uri(Api, LogtoRoutes.MemberRoles(organization, user).Path);
        Assert.Equal(["/", "api/", "organizations/", text + "/", "users/", text + "/", "roles"], address.Segments);
        Assert.Equal(string.Empty, address.Query + address.Fragment);
    });

    [Fact]
    public void An_identifier_survives_json_and_nothing_else_becomes_one() => Cases.Check(Candidates, text =>
    {
        var json = JsonSerializer.Serialize(text);
        if (Form().IsMatch(text))
        {
            Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize<InvitationId>(json)));
        }
        else
        {
            Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<InvitationId>(json));
        }
    });

    [Fact]
    public void What_is_searched_for_stays_one_value_of_the_query() => Cases.Check(
        Gen.OneOf<string>(Texts.Any(200), Texts.Near("org:admin", "50%_ & co", "a=b&page=2#x", "team:ops:read")),
        typed =>
        {
            var clean = SearchText.Clean(typed);
            Assert.True(clean is null || (clean.Length is > 0 and <= 128 && !clean.Any(c => char.IsControl(c) || c is '%' or '_' or '\\')));
            Assert.Equal(clean, SearchText.Clean(clean));

            var route = LogtoRoutes.Organizations.WithQuery(("q", clean), ("page", "1"));
            var read = QueryHelpers.ParseQuery(new Uri(Api, route.Path).Query);

            Assert.Equal("organizations", route.Template);
            Assert.Equal(clean is null ? 1 : 2, read.Count);
            Assert.Equal("1", read["page"]);
            // Halves of pairs cannot be written in a URL.
            Assert.True(clean is null || clean.EnumerateRunes().Any(rune => rune.Value == 0xFFFD) || read["q"] == clean);
        });

    [GeneratedRegex(@"\A[A-Za-z0-9_-]{1,64}\z")]
    private static partial Regex Form();
}
