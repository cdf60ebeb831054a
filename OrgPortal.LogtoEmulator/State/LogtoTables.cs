using System.Collections.Immutable;

namespace OrgPortal.LogtoEmulator.State;

/// <summary>
/// The tables, reachable only inside <see cref="LogtoState.Read"/> and <see cref="LogtoState.Write{T}"/>. What several
/// of them must do together is an extension method in this folder (<see cref="UserOperations"/> and its neighbours).
/// </summary>
internal sealed class LogtoTables(TimeProvider clock)
{
    private readonly List<LogtoEvent> _raised = [];

    /// <summary>Milliseconds since the epoch.</summary>
    public long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    public UserTable Users { get; } = new();

    public Table<Application> Applications { get; } = new(item => item.Id);

    public Table<Organization> Organizations { get; } = new(item => item.Id);

    /// <summary>People in organizations.</summary>
    public MembershipTable Members { get; } = new();

    /// <summary>Machine-to-machine applications in organizations.</summary>
    public MembershipTable ApplicationMembers { get; } = new();

    public Table<OrganizationRole> OrganizationRoles { get; } = new(item => item.Id);

    public Table<OrganizationScope> OrganizationScopes { get; } = new(item => item.Id);

    public Table<Invitation> Invitations { get; } = new(item => item.Id);

    public Table<OneTimeToken> OneTimeTokens { get; } = new(item => item.Id);

    /// <summary>Just-in-time settings; an organization without any has no row.</summary>
    public Table<JustInTimeSettings> JustInTime { get; } = new(item => item.OrganizationId);

    public Table<Resource> Resources { get; } = new(item => item.Id);

    public Table<ResourceScope> ResourceScopes { get; } = new(item => item.Id);

    /// <summary>Tenant-wide roles, which are not organization roles.</summary>
    public Table<Role> Roles { get; } = new(item => item.Id);

    public Table<SsoConnector> SsoConnectors { get; } = new(item => item.Id);

    public Table<Connector> Connectors { get; } = new(item => item.Id);

    public Table<EmailTemplate> EmailTemplates { get; } = new(item => item.Id);

    public Table<Hook> Hooks { get; } = new(item => item.Id);

    /// <summary>Audit logs, including one per webhook delivery (key <c>TriggerHook.*</c>).</summary>
    public Table<LogEntry> Logs { get; } = new(item => item.Id);

    /// <summary>Every message "sent", oldest first.</summary>
    public Table<MailboxMessage> Mailbox { get; } = new(item => item.Id);

    public Table<VerificationCode> VerificationCodes { get; } = new(item => item.Id);

    /// <summary>Sessions at the authorization server, by uid.</summary>
    public Table<Session> Sessions { get; } = new(item => item.Uid);

    /// <summary>What users granted to applications; a refresh token whose grant is gone is dead.</summary>
    public Table<Grant> Grants { get; } = new(item => item.Id);

    /// <summary>Whether the tenant has a storage provider; a self-hosted one has none when new.</summary>
    public bool HasStorage { get; set; }

    /// <summary>Files that were uploaded.</summary>
    public Table<StoredAsset> StoredAssets { get; } = new(item => item.Id);

    public SignInExperience SignInExperience { get; set; } = SignInExperience.Default;

    /// <summary>Extended claims that ID tokens carry; userinfo has them all.</summary>
    public ImmutableArray<string> IdTokenExtendedClaims { get; set; } = ["roles", "organizations", "organization_roles"];

    /// <summary>Notes that something happened; announced once the write is over.</summary>
    public void Raise(LogtoEvent happened) => _raised.Add(happened);

    internal LogtoEvent[] TakeRaised()
    {
        var taken = _raised.ToArray();
        _raised.Clear();
        return taken;
    }
}
