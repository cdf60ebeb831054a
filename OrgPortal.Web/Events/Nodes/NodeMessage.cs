using System.Text.Json;
using System.Text.Json.Serialization;
using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Events.Nodes;

/// <summary>
/// What one node tells the others: a kind and ids, never data. Nodes of different versions talk to each other during a renewal, so what
/// is not understood is left alone.
/// </summary>
/// <param name="Kind">What happened; see the constants.</param>
/// <param name="Organization">In which organization, for kinds of one.</param>
/// <param name="User">To whom, where it concerns one person.</param>
/// <param name="Session">Which session ended: its key, from which nobody can make a cookie.</param>
public sealed record NodeMessage(string Kind, string? Organization = null, string? User = null, string? Session = null)
{
    /// <summary>The version of this format. Others are not read.</summary>
    public const int CurrentVersion = 1;

    /// <summary>Longer ones are nobody's of ours. Bytes.</summary>
    public const int LongestMessage = 1024;

    /// <summary>A session ended.</summary>
    public const string SessionEnded = "session.ended";

    private const string Members = "members.changed";
    private const string Invitations = "invitations.changed";
    private const string Imports = "invitation_imports.changed";
    private const string Visits = "visits.changed";
    private const string Domains = "domains.changed";
    private const string Machines = "machines.changed";
    private const string Webhooks = "webhooks.changed";
    private const string Connections = "connections.changed";
    private const string Requests = "requests.changed";
    private const string SecondFactors = "second_factors.counted";
    private const string Changed = "organization.changed";
    private const string Deleted = "organization.deleted";
    private const string Recorded = "audit.recorded";
    private const string Barred = "person.barred";
    private const string Template = "template.changed";
    private const string Notices = "notices.changed";
    private const string Person = "person.changed";
    private const string Surveyed = "tenant.surveyed";
    private const string Switched = "creation.switched";

    /// <summary>The format's version.</summary>
    [JsonPropertyName("v")]
    public int Version { get; init; } = CurrentVersion;

    /// <summary>Which node said it: a node does not listen to itself.</summary>
    public string Node { get; init; } = string.Empty;

    /// <summary>The message that tells of an event.</summary>
    public static NodeMessage Of(OrganizationEvent happened) => happened switch
    {
        MembersChanged members => new NodeMessage(Members, members.Organization.Value, members.Affected?.Value),
        InvitationsChanged => new NodeMessage(Invitations, happened.Organization.Value),
        InvitationImportsChanged => new NodeMessage(Imports, happened.Organization.Value),
        VisitsChanged => new NodeMessage(Visits, happened.Organization.Value),
        DomainsChanged => new NodeMessage(Domains, happened.Organization.Value),
        MachinesChanged => new NodeMessage(Machines, happened.Organization.Value),
        WebhooksChanged => new NodeMessage(Webhooks, happened.Organization.Value),
        ConnectionsChanged => new NodeMessage(Connections, happened.Organization.Value),
        JoinRequestsChanged requests => new NodeMessage(Requests, requests.Organization.Value, requests.Asker?.Value),
        SecondFactorsCounted => new NodeMessage(SecondFactors, happened.Organization.Value),
        OrganizationDeleted => new NodeMessage(Deleted, happened.Organization.Value),
        AuditRecorded => new NodeMessage(Recorded, happened.Organization.Value),
        // An event that older nodes do not know yet still makes them read again.
        _ => new NodeMessage(Changed, happened.Organization.Value),
    };

    /// <summary>The message that tells of an event.</summary>
    public static NodeMessage Of(TenantEvent happened) => happened switch
    {
        PersonBarred barred => new NodeMessage(Barred, User: barred.Person.Value),
        NoticesChanged notices => new NodeMessage(Notices, User: notices.Person.Value),
        PersonChanged changed => new NodeMessage(Person, User: changed.Person.Value),
        TenantSurveyed => new NodeMessage(Surveyed),
        CreationSwitched => new NodeMessage(Switched),
        _ => new NodeMessage(Template),
    };

    /// <summary>The event it tells of, or <see langword="null"/> when it tells of none, or of nothing that can be understood.</summary>
    public OrganizationEvent? ToOrganizationEvent()
    {
        if (!OrganizationId.TryParse(Organization, null, out var organization))
        {
            return null;
        }

        return Kind switch
        {
            Members when User is null => new MembersChanged(organization),
            Members when UserId.TryParse(User, null, out var user) => new MembersChanged(organization, user),
            Invitations => new InvitationsChanged(organization),
            Imports => new InvitationImportsChanged(organization),
            Visits => new VisitsChanged(organization),
            Domains => new DomainsChanged(organization),
            Machines => new MachinesChanged(organization),
            Webhooks => new WebhooksChanged(organization),
            Connections => new ConnectionsChanged(organization),
            Requests when User is null => new JoinRequestsChanged(organization),
            Requests when UserId.TryParse(User, null, out var asker) => new JoinRequestsChanged(organization, asker),
            SecondFactors => new SecondFactorsCounted(organization),
            Changed => new OrganizationChanged(organization),
            Deleted => new OrganizationDeleted(organization),
            Recorded => new AuditRecorded(organization),
            _ => null,
        };
    }

    /// <summary>The event it tells of, or <see langword="null"/>.</summary>
    public TenantEvent? ToTenantEvent() => Kind switch
    {
        Barred when UserId.TryParse(User, null, out var user) => new PersonBarred(user),
        Template => new TemplateChanged(),
        Notices when UserId.TryParse(User, null, out var user) => new NoticesChanged(user),
        Person when UserId.TryParse(User, null, out var user) => new PersonChanged(user),
        Surveyed => new TenantSurveyed(),
        Switched => new CreationSwitched(),
        _ => null,
    };

    /// <summary>The message as it is sent.</summary>
    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, NodeJson.Default.NodeMessage);

    /// <summary>Reads a message; <see langword="null"/> for what is none of this version.</summary>
    public static NodeMessage? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > LongestMessage)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(bytes, NodeJson.Default.NodeMessage) is { Version: CurrentVersion, Kind: not null, Node: not null } read ? read : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, MaxDepth = 4)]
[JsonSerializable(typeof(NodeMessage))]
internal sealed partial class NodeJson : JsonSerializerContext;
