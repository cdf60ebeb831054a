using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using OrgPortal.Tests.Support;
using OrgPortal.Web.Audit;
using OrgPortal.Web.Features.Webhooks;
using OrgPortal.Web.Store;

namespace OrgPortal.Tests.Features.Webhooks;

/// <summary>What webhooks are told, as docs/webhooks.md promises it.</summary>
public sealed partial class WebhookNewsTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 24, 9, 30, 0, TimeSpan.Zero);

    /// <summary>A record for each event, with the example it stands for.</summary>
    private static IReadOnlyList<AuditRecord> Samples =>
    [
        Record(AuditActions.CreateInvitation, "i5t0k2m8q1xc", "carol@example.com", after: """{"roles":["member"],"expiresAt":"2026-12-01T09:30:00+00:00"}"""),
        Record(AuditActions.AcceptInvitation, "i5t0k2m8q1xc", "carol@example.com", """{"status":"Pending"}""", """{"roles":["member"]}""", actor: "u4kq1m9x2c7v"),
        Record(AuditActions.DeclineInvitation, "i5t0k2m8q1xc", "carol@example.com", """{"status":"Pending"}""", actor: "u4kq1m9x2c7v"),
        Record(AuditActions.RevokeInvitation, "i5t0k2m8q1xc", "carol@example.com", """{"status":"Pending"}"""),
        Record(AuditActions.RemoveMember, "u4kq1m9x2c7v", "Carol", """{"roles":["member"]}"""),
        Record(AuditActions.ChangeMemberRoles, "u4kq1m9x2c7v", "Carol", """{"roles":["member"]}""", """{"roles":["admin","member"]}"""),
        Record(AuditActions.VerifyDomain, "acme.example", "acme.example"),
        Record(AuditActions.LapseDomain, "acme.example", "acme.example", """{"verified":true}""", actor: null),
        Record(AuditActions.UpdateOrganization, "x7k2m9q4v1c8", "Acme", """{"name":"Acme","description":"Rockets","brand":null}""", """{"name":"Acme Inc.","description":"Rockets","brand":null}"""),
    ];

    [Fact]
    public void Every_event_has_its_example_in_the_documentation_and_is_sent_like_it()
    {
        var documented = Example().Matches(File.ReadAllText(Path.Combine(SourceTree.Root, "docs", "webhooks.md"))).Select(match => JsonNode.Parse(match.Groups[1].Value)!).ToDictionary(example => example["type"]!.GetValue<string>());
        var sent = Samples.SelectMany(WebhookNews.Of).Append(WebhookMessage.OfTest("x7k2m9q4v1c8", At)).ToDictionary(message => message.Type, message => JsonNode.Parse(message.ToBody())!);

        Assert.Equal(WebhookEventTypes.All.Select(type => type.Name).Append(WebhookEventTypes.Test).Order(StringComparer.Ordinal), documented.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(documented.Keys.Order(StringComparer.Ordinal), sent.Keys.Order(StringComparer.Ordinal));
        Assert.All(documented, example => Assert.True(JsonNode.DeepEquals(example.Value, sent[example.Key]), $"{example.Key} is sent as {sent[example.Key].ToJsonString(JsonSerializerOptions.Web)}"));
    }

    [Theory]
    [InlineData(AuditActions.UseJoinLink, "member.joined join_link actor")]
    [InlineData(AuditActions.ApproveRequest, "member.joined request target")]
    [InlineData(AuditActions.ReinstateMember, "member.joined reinstatement target")]
    [InlineData(AuditActions.JoinInLogto, "member.joined logto target")]
    [InlineData(AuditActions.RemoveMember, "member.removed removal target")]
    [InlineData(AuditActions.LeaveOrganization, "member.removed own_will target")]
    [InlineData(AuditActions.EndMembership, "member.removed end_of_term target")]
    [InlineData(AuditActions.LeaveInLogto, "member.removed logto target")]
    public void Whoever_comes_or_goes_by_whatever_door_is_told_of(string action, string expected)
    {
        var message = Assert.Single(WebhookNews.Of(Record(action, "target", "Carol", actor: "actor")));

        Assert.Equal(expected, $"{message.Type} {message.Data["how"]} {message.Data["userId"]}");
    }

    [Fact]
    public void Handing_over_changes_the_roles_of_two()
    {
        var told = WebhookNews.Of(Record(
            AuditActions.HandOver, "u4kq1m9x2c7v", "Carol", """{"recipient":["member"],"giver":["admin"]}""", """{"recipient":["admin","member"],"giver":["member"]}""", actor: "a1c9k2m4x7qv"));

        Assert.Equal(
            ["""u4kq1m9x2c7v ["member"] ["admin","member"]""", """a1c9k2m4x7qv ["admin"] ["member"]"""],
            told.Select(message => $"{message.Data["userId"]} {message.Data["previousRoles"]!.ToJsonString()} {message.Data["roles"]!.ToJsonString()}"));
    }

    [Fact]
    public void A_renewed_invitation_tells_which_it_takes_the_place_of() =>
        Assert.Equal("old", Assert.Single(WebhookNews.Of(Record(AuditActions.RenewInvitation, "new", "carol@example.com", """{"invitation":"old"}""", "{}"))).Data["replaces"]!.GetValue<string>());

    [Fact]
    public void What_was_not_done_changed_nothing_or_concerns_nobody_outside_is_no_news()
    {
        Assert.All((string[])["begun", "failed", "denied"], outcome => Assert.Empty(WebhookNews.Of(Record(AuditActions.RemoveMember, "u", "Carol", outcome: outcome))));
        Assert.Empty(WebhookNews.Of(Record(AuditActions.UpdateOrganization, "x", "Acme", """{"name":"Acme","description":null}""", """{"name":"Acme","description":""}""")));
        Assert.Empty(WebhookNews.Of(Record(AuditActions.RemoveDomain, "acme.example", "acme.example", """{"verified":false}""")));
        Assert.Empty(WebhookNews.Of(Record(AuditActions.CreateWebhook, "w", "hooks.example")));
        Assert.Empty(WebhookNews.Of(Record(AuditActions.CreateMachine, "m", "Export")));
    }

    private static AuditRecord Record(string action, string target, string name, string? before = null, string? after = null, string? actor = "a1c9k2m4x7qv", string outcome = AuditOutcomes.Done) => new()
    {
        Sequence = 1,
        At = At,
        Action = action,
        OrganizationId = "x7k2m9q4v1c8",
        ActorId = actor,
        ActorName = "Alice Adams",
        TargetKind = "thing",
        TargetId = target,
        TargetName = name,
        Before = before,
        After = after,
        Outcome = outcome,
        IpAddress = "203.0.113.7",
        PreviousHash = string.Empty,
        Hash = string.Empty,
    };

    [GeneratedRegex("```json\n(.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
