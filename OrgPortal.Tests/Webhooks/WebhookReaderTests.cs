using System.Text;
using System.Text.Json;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Webhooks;

namespace OrgPortal.Tests.Webhooks;

public sealed class WebhookReaderTests
{
    private static readonly OrganizationId Acme = OrganizationId.Parse("acme12345678");
    private static readonly UserId Bob = UserId.Parse("bob123456789");

    [Fact]
    public void A_membership_names_those_who_came_and_those_who_left()
    {
        var news = Assert.IsType<MembershipNews>(Read("""{"event":"Organization.Membership.Updated","organizationId":"acme12345678","addedUserIds":["bob123456789"],"removedUserIds":["carol1234567"],"createdAt":"2026-11-25T12:00:00.000Z","hookId":"h"}"""));

        Assert.Equal(Acme, news.Organization);
        Assert.Equal(["bob123456789"], news.Added.Select(user => user.Value));
        Assert.Equal(["carol1234567"], news.Removed.Select(user => user.Value));
        Assert.Equal(["bob123456789", "carol1234567"], news.Affected.Select(user => user.Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_membership_of_an_older_Logto_names_nobody() =>
        Assert.Empty(Assert.IsType<MembershipNews>(Read("""{"event":"Organization.Membership.Updated","organizationId":"acme12345678"}""")).Affected);

    [Theory]
    [InlineData("""{"event":"Organization.Created","data":{"id":"acme12345678","name":"Acme"}}""", false)]
    [InlineData("""{"event":"Organization.Data.Updated","params":{"id":"acme12345678"},"data":{"id":"acme12345678","customData":{"a":[1]}}}""", false)]
    [InlineData("""{"event":"Organization.Deleted","params":{"id":"acme12345678"},"status":204}""", true)]
    public void An_organization_is_named_by_its_data_or_by_the_call(string body, bool isDeleted) =>
        Assert.Equal(new OrganizationNews(Acme, isDeleted), Read(body));

    [Theory]
    [InlineData("""{"event":"User.SuspensionStatus.Updated","data":{"id":"bob123456789","isSuspended":true}}""")]
    [InlineData("""{"event":"User.SuspensionStatus.Updated","params":{"userId":"bob123456789"}}""")]
    [InlineData("""{"event":"User.Deleted","params":{"userId":"bob123456789"},"data":null}""")]
    public void A_person_who_was_suspended_or_deleted_is_named(string body) => Assert.Equal(new PersonBarredNews(Bob), Read(body));

    [Theory]
    [InlineData("""{"event":"User.SuspensionStatus.Updated","data":{"id":"bob123456789","isSuspended":false}}""")]
    [InlineData("""{"event":"PostSignIn","data":[[]],"params":7,"organizationId":{}}""")]
    [InlineData("""{"event":""}""")]
    public void What_takes_nothing_away_and_what_is_not_known_is_accepted(string body) => Assert.IsType<OtherNews>(Read(body));

    [Theory]
    [InlineData("OrganizationRole.Scopes.Updated")]
    [InlineData("OrganizationScope.Deleted")]
    public void A_change_of_the_template_needs_no_details(string name) => Assert.IsType<TemplateNews>(Read($$"""{"event":"{{name}}","data":[{"id":1}]}"""));

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"event":null}""")]
    [InlineData("""{"event":7}""")]
    [InlineData("""{"event":"Organization.Deleted"}""")]
    [InlineData("""{"event":"Organization.Deleted","params":{"id":"../users"}}""")]
    [InlineData("""{"event":"Organization.Deleted","params":{"id":12}}""")]
    [InlineData("""{"event":"Organization.Membership.Updated","organizationId":"acme12345678","addedUserIds":[null]}""")]
    [InlineData("""{"event":"Organization.Membership.Updated","organizationId":"acme12345678","addedUserIds":"bob"}""")]
    [InlineData("""{"event":"Organization.Membership.Updated","organizationId":["acme12345678"]}""")]
    [InlineData("""{"event":"User.Deleted","params":[]}""")]
    public void Nonsense_is_no_webhook(string body) => Assert.Throws<JsonException>(() => Read(body));

    [Fact]
    public void Whatever_is_read_is_news_or_nonsense_and_nothing_else()
    {
        string[] whole =
        [
            """{"event":"Organization.Membership.Updated","organizationId":"acme12345678","addedUserIds":["bob123456789"],"removedUserIds":[]}""",
            """{"event":"Organization.Data.Updated","params":{"id":"acme12345678"},"data":{"id":"acme12345678","name":"A"}}""",
            """{"event":"User.SuspensionStatus.Updated","data":{"id":"bob123456789","isSuspended":true},"params":{"userId":"bob123456789"}}""",
            """{"event":"User.Deleted","params":{"userId":"bob123456789"},"data":null}""",
        ];
        string[] pieces = ["null", "{}", "[]", "\"\"", "7", "true", "\"\\ud800\"", "{\"id\":{}}", "[[[", "\0", "\"..\"", "-0e99999", ",", ":", "\ufeff", "\"userId\":"];
        var random = new Random(2026);

        for (var i = 0; i < 100_000; i++)
        {
            var body = Broken(Encoding.UTF8.GetBytes(whole[random.Next(whole.Length)]), pieces, random);
            try
            {
                Assert.NotNull(WebhookReader.Read(body));
            }
            catch (JsonException)
            {
                // The endpoint answers 400.
            }
        }
    }

    private static byte[] Broken(byte[] whole, string[] pieces, Random random)
    {
        for (var cuts = random.Next(1, 4); cuts > 0; cuts--)
        {
            var (at, length) = (random.Next(whole.Length + 1), random.Next(0, 20));
            var piece = random.Next(3) == 0 ? [(byte)random.Next(256)] : Encoding.UTF8.GetBytes(pieces[random.Next(pieces.Length)]);
            whole = [.. whole[..at], .. piece, .. whole[Math.Min(whole.Length, at + length)..]];
        }

        return whole;
    }

    private static LogtoNews Read(string body) => WebhookReader.Read(Encoding.UTF8.GetBytes(body));
}
