using System.Net;
using System.Text;
using System.Text.Json;
using CsCheck;
using Microsoft.Extensions.Time.Testing;
using OrgPortal.Web.Logto.Connection;

namespace OrgPortal.Tests.Properties;

public sealed class LogtoAnswerProperties
{
    private static readonly string[] Bodies =
    [
        """{"tenantId":"default","id":"acme12345678","name":"Acme","description":null,"customData":{},"isMfaRequired":false,"createdAt":1700000000000}""",
        """[{"id":"bob123456789","username":"bob","primaryEmail":"bob@example.com","name":"Bob","avatar":null,"isSuspended":false,"lastSignInAt":1700000000000,"organizationRoles":[{"id":"r1","name":"org:admin"}]}]""",
        """[{"id":"i1","inviterId":"bob123456789","invitee":"erin@example.com","acceptedUserId":null,"organizationId":"acme12345678","status":"Pending","createdAt":1700000000000,"updatedAt":1700000000000,"expiresAt":1700000001000,"organizationRoles":[]}]""",
        """{"code":"entity.not_found","message":"No.","data":{"x":1}}""", """{"message":"No."}""", "null", "[null]", "{}", "1e999", "\"\\ud800\"", """{"id":"\ud800"}""", """{"code":"\udc00"}""",
    ];

    private static readonly Gen<byte[]> Answers = Gen.OneOf<byte[]>(
        Gen.Byte.Array[0, 60],
        Texts.Any(60).Select(Encoding.UTF8.GetBytes),
        Texts.Near(Bodies).Select(Encoding.UTF8.GetBytes),
        Gen.Select(Gen.Int[0, Bodies.Length - 1], Json(), Gen.Int[0, 10_000]).Select((body, value, place) => Encoding.UTF8.GetBytes(Replaced(Bodies[body], value, place))));

    [Fact]
    public void Whatever_logto_answers_is_read_or_refused_as_no_answer() => Cases.Check(Answers, body =>
    {
        Read(body, LogtoJson.Default.Organization);
        Read(body, LogtoJson.Default.IReadOnlyListOrganizationMember);
        Read(() => InvitationListReader.ReadAsync(new MemoryStream(body), CancellationToken.None));
        Read(body, LogtoJson.Default.User);
    }, costing: 4);

    [Fact]
    public void The_code_of_an_error_is_a_code_or_nothing() => Cases.Check(
        Gen.OneOf<byte[]>(Answers, Texts.Any(200).Select(code => JsonSerializer.SerializeToUtf8Bytes(new { code })), Texts.Near("entity.not_found", "a\nb", "auth.unauthorized").Select(code => JsonSerializer.SerializeToUtf8Bytes(new { code }))),
        body =>
        {
            using var response = Response(body);

            var code = LogtoAnswers.ReadErrorCodeAsync(response, CancellationToken.None).GetAwaiter().GetResult();

            Assert.True(code is null || (code.Length is > 0 and <= 128 && code.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-')));
        });

    [Fact]
    public void A_time_to_wait_is_never_in_the_past() => Cases.Check(
        Gen.OneOf<string>(Texts.Any(), Texts.Near("5", "-5", "99999999999", "Wed, 21 Oct 2026 07:28:00 GMT", "Mon, 01 Jan 0001 00:00:00 GMT")),
        value =>
        {
            using var response = Response([]);
            response.Headers.TryAddWithoutValidation("Retry-After", value);

            var wait = RetryAfterHeader.Read(response, new FakeTimeProvider(new DateTimeOffset(2026, 5, 4, 3, 2, 1, TimeSpan.Zero)));

            Assert.True(wait is null || wait >= TimeSpan.Zero);
        });

    private static Gen<string> Json() => Gen.OneOf<string>(
        Gen.OneOf<string>("null", "true", "{}", "[]", "[null]", "-1", "1e400", "9223372036854775808", "\"\"", "\"\\u0000\"", "\"\\ud83d\"", "\"../..\"", "{\"a\":{\"a\":[]}}", "[[[[[[]]]]]]"),
        Texts.Any(12).Select(text => JsonSerializer.Serialize(text)));

    /// <summary>Puts another value in the place of one that stands after a colon.</summary>
    private static string Replaced(string body, string value, int place)
    {
        var colons = body.Select((c, at) => (c, at)).Where(pair => pair.c == ':').Select(pair => pair.at).ToList();
        if (colons.Count == 0)
        {
            return value;
        }

        var from = colons[place % colons.Count] + 1;
        var to = body.IndexOfAny([',', '}'], from);
        return body[..from] + value + body[(to < 0 ? body.Length : to)..];
    }

    private static HttpResponseMessage Response(byte[] body) => new(HttpStatusCode.OK) { Content = new ByteArrayContent(body) };

    /// <summary>What <see cref="LogtoConnection"/> turns into "Logto gave no usable answer"; everything else would be a fault of ours.</summary>
    private static void Read<T>(byte[] body, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
    {
        using var response = Response(body);
        Read(() => LogtoAnswers.ReadAsync(response, type, CancellationToken.None));
    }

    private static void Read<T>(Func<Task<T>> read)
    {
        try
        {
            Assert.NotNull(read().GetAwaiter().GetResult());
        }
        catch (Exception exception) when (exception is JsonException or FormatException)
        {
            // Refused.
        }
    }
}
