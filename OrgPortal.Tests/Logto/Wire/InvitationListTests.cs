using System.Globalization;
using System.Net;
using System.Text;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Connection;
using OrgPortal.Web.Logto.Models;

namespace OrgPortal.Tests.Logto.Wire;

/// <summary>All invitations of an organization, which are read while they arrive.</summary>
public sealed class InvitationListTests : WireRoom
{
    private const int Many = 11_000;

    // Two objects for each that only it has, and their entry in the list. With one object more it is too much.
    private const int BytesForEach = 360;

    private const string Row =
        """{"tenantId":"default","id":"i1","inviterId":"bob","invitee":"a@example.com","acceptedUserId":null,"organizationId":"acme","status":"Pending","createdAt":1700000000000,"updatedAt":1700000000001,"expiresAt":1700000000002,"organizationRoles":[{"id":"r1","name":"admin"}]}""";

    private static readonly string[] Rows =
    [
        Row,
        """{ "\u0069d": "i2", "inviterId": null, "invitee": "b\u0040example.com", "organizationId": "acme", "status": "Accepted", "acceptedUserId": "erin", "more": {"id": ["x", {"status": null}]}, "createdAt": 1.7e12, "updatedAt": 1, "expiresAt": 2, "organizationRoles": [] }""",
        """{"id":"i3","inviterId":"carol","invitee":"ä@example.com","organizationId":"acme","status":"Pending","createdAt":3,"updatedAt":4,"expiresAt":5,"organizationRoles":[{"id":"r1","name":"admin","more":{"id":[]}},{"more":[{}],"name":"编辑","id":"r2"}]}""",
        """{"id":"i4","id":"i5","invitee":"b@example.com","organizationId":"other","status":"Accepted","createdAt":3,"updatedAt":4,"expiresAt":5,"organizationRoles":[{"id":"r1","name":"admin"}]}""",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(100_000)]
    public async Task However_it_arrives_it_says_the_same(int atOnce)
    {
        Logto.Answers(() => Arriving($"[{string.Join(" , ", Rows)}]\n", atOnce));

        var read = await ListAsync();

        Assert.Equal(
            [
                "i1 acme a@example.com bob - Pending 1700000000000 1700000000001 1700000000002 r1=admin",
                "i2 acme b@example.com - erin Accepted 1700000000000 1 2",
                "i3 acme ä@example.com carol - Pending 3 4 5 r1=admin r2=编辑",
                "i5 other b@example.com - - Accepted 3 4 5 r1=admin",
            ],
            read.Select(Describe));
    }

    [Fact]
    public async Task An_address_longer_than_what_arrives_at_once_is_read()
    {
        var address = new string('a', 200_000) + "@example.com";
        Logto.Answers(HttpStatusCode.OK, $"[{Row},{Row.Replace("a@example.com", address, StringComparison.Ordinal)}]");

        Assert.Equal(address, (await ListAsync())[1].Invitee);
    }

    [Theory]
    [InlineData("\"id\":\"i1\",", "")]
    [InlineData("\"i1\"", "\"../i1\"")]
    [InlineData("\"i1\"", "null")]
    [InlineData("\"i1\"", "{}")]
    [InlineData("\"bob\"", "\"\"")]
    [InlineData("\"bob\"", "17")]
    [InlineData("\"organizationId\":\"acme\",", "")]
    [InlineData("\"acme\"", "\"\"")]
    [InlineData("\"invitee\":\"a@example.com\",", "")]
    [InlineData("\"a@example.com\"", "null")]
    [InlineData("\"status\":\"Pending\",", "")]
    [InlineData("\"Pending\"", "[\"Pending\"]")]
    [InlineData("\"createdAt\":1700000000000,", "")]
    [InlineData("\"updatedAt\":1700000000001,", "")]
    [InlineData("\"expiresAt\":1700000000002,", "")]
    [InlineData("1700000000000", "1e300")]
    [InlineData("1700000000000", "\"yesterday\"")]
    [InlineData("1700000000000", "null")]
    [InlineData(",\"organizationRoles\":[{\"id\":\"r1\",\"name\":\"admin\"}]", "")]
    [InlineData("[{\"id\":\"r1\",\"name\":\"admin\"}]", "null")]
    [InlineData("[{\"id\":\"r1\",\"name\":\"admin\"}]", "{}")]
    [InlineData("[{\"id\":\"r1\",\"name\":\"admin\"}]", "[null]")]
    [InlineData("[{\"id\":\"r1\",\"name\":\"admin\"}]", "[[]]")]
    [InlineData("\"name\":\"admin\"", "\"name\":null")]
    [InlineData("\"id\":\"r1\",", "")]
    public async Task One_told_of_badly_is_not_guessed(string right, string wrong)
    {
        Assert.Contains(right, Row, StringComparison.Ordinal);
        // What the one before says does not stand in for it.
        Logto.Answers(HttpStatusCode.OK, $"[{Row},{Row.Replace(right, wrong, StringComparison.Ordinal)}]");

        await Assert.ThrowsAsync<LogtoUnreachableException>(ListAsync);

        Assert.Single(Logto.Calls);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[] []")]
    [InlineData("[[]]")]
    [InlineData("[1]")]
    public async Task Anything_but_a_list_of_objects_is_no_answer(string body)
    {
        Logto.Answers(HttpStatusCode.OK, body);

        await Assert.ThrowsAsync<LogtoUnreachableException>(ListAsync);

        Assert.Single(Logto.Calls);
    }

    [Fact]
    public async Task What_is_no_text_is_no_answer()
    {
        var bytes = Encoding.UTF8.GetBytes($"[{Row}]");
        bytes[bytes.AsSpan().IndexOf("@example"u8)] = 0xff;
        Logto.Answers(() => new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(bytes) });

        await Assert.ThrowsAsync<LogtoUnreachableException>(ListAsync);
    }

    [Fact]
    public async Task An_answer_that_breaks_off_while_it_is_read_is_asked_for_again()
    {
        Logto.Answers(() => Arriving($"[{Row},", atOnce: 10, breaksOff: true)).Answers(HttpStatusCode.OK, $"[{Row}]");

        Assert.Single(await PassingTimeAsync(ListAsync()));

        Assert.Equal(2, Logto.Calls.Count);
    }

    [Fact]
    public async Task One_that_breaks_off_every_time_is_no_answer()
    {
        for (var i = 0; i < 3; i++)
        {
            Logto.Answers(() => Arriving($"[{Row},", atOnce: 10, breaksOff: true));
        }

        var exception = await Assert.ThrowsAsync<LogtoUnreachableException>(() => PassingTimeAsync(ListAsync()));

        Assert.Equal((NoAnswer.BrokenOff, 3), (exception.Reason, Logto.Calls.Count));
    }

    [Fact]
    public void What_all_say_alike_is_kept_once()
    {
        var text = Encoding.UTF8.GetBytes($"[{string.Join(',', Enumerable.Range(0, Many).Select(number =>
            $$"""{"tenantId":"default","id":"invitation{{number:00000000000}}","inviterId":"alice0000000","invitee":"guest-{{number:000000000000}}@many.example","acceptedUserId":null,"organizationId":"acme00000000","status":"Pending","createdAt":1700000000000,"updatedAt":1700000000000,"expiresAt":1700000000000,"organizationRoles":[{"id":"role00000000000000001","name":"member"}]}"""))}]");
        Assert.Equal(Many, Read(text).Count); // what is made once for all

        var before = GC.GetAllocatedBytesForCurrentThread();
        Read(text);

        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / Many, 1, BytesForEach);
    }

    // A stream of memory never makes anybody wait, so that all of it happens on this thread.
    private static IReadOnlyList<OrganizationInvitation> Read(byte[] text)
    {
        using var body = new MemoryStream(text);
        var reading = InvitationListReader.ReadAsync(body, CancellationToken.None);
        Assert.True(reading.IsCompletedSuccessfully);
        return reading.Result;
    }

    private static HttpResponseMessage Arriving(string text, int atOnce, bool breaksOff = false) =>
        new(HttpStatusCode.OK) { Content = new ArrivingContent(Encoding.UTF8.GetBytes(text), atOnce, breaksOff) };

    private Task<IReadOnlyList<OrganizationInvitation>> ListAsync() =>
        Client<IOrganizationInvitationsClient>().ListByOrganizationAsync(OrganizationId.Parse(LogtoCallBook.Acme));

    private static string Describe(OrganizationInvitation one) => string.Join(
        ' ',
        [
            one.Id, one.OrganizationId, one.Invitee, Or(one.InviterId), Or(one.AcceptedUserId), one.Status, Number(one.CreatedAt), Number(one.UpdatedAt), Number(one.ExpiresAt),
            .. one.OrganizationRoles.Select(role => $"{role.Id}={role.Name}"),
        ]);

    private static string Or(UserId? person) => person?.Value ?? "-";

    private static string Number(DateTimeOffset time) => time.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
}
