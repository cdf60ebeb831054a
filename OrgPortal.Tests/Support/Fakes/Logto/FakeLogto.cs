using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;

namespace OrgPortal.Tests.Support.Fakes.Logto;

/// <summary>
/// A Logto tenant in memory: the state, and a fake of every client over it that answers with Logto's own error codes.
/// Arrange with the <c>Add…</c> methods, act through the clients, assert on the lists. Calls are counted, and can be told to fail or to wait: see <see cref="Calls"/>.
/// </summary>
public sealed class FakeLogto
{
    private int _sequence;

    public FakeLogto(TimeProvider? clock = null)
    {
        Clock = clock ?? TimeProvider.System;
        OrganizationsClient = new FakeOrganizationsClient(this);
        MembersClient = new FakeOrganizationMembersClient(this);
        InvitationsClient = new FakeOrganizationInvitationsClient(this);
        RolesClient = new FakeOrganizationRolesClient(this);
        UsersClient = new FakeUsersClient(this);
        SignInExperienceClient = new FakeSignInExperienceClient(this);
        JustInTimeClient = new FakeOrganizationJustInTimeClient(this);
        ConnectorsClient = new FakeConnectorsClient(this);
        OneTimeTokensClient = new FakeOneTimeTokensClient(this);
        ApplicationsClient = new FakeApplicationsClient(this);
        OrganizationApplicationsClient = new FakeOrganizationApplicationsClient(this);
        LogsClient = new FakeLogsClient(this);
        SsoConnectorsClient = new FakeSsoConnectorsClient(this);
        UserAssetsClient = new FakeUserAssetsClient(this);
        TemplateClient = new FakeOrganizationTemplateClient(this);
    }

    /// <summary>Decides which invitations have expired.</summary>
    public TimeProvider Clock { get; }

    /// <summary>What was called, and what the next calls are to do instead.</summary>
    public FakeLogtoCalls Calls { get; } = new();

    public List<Organization> Organizations { get; } = [];

    public List<User> Users { get; } = [];

    /// <summary>The organization template.</summary>
    public List<OrganizationRole> Roles { get; } = [];

    /// <summary>Who belongs where, with which roles.</summary>
    public List<FakeMembership> Members { get; } = [];

    /// <summary>Who has which role of the tenant, outside of any organization.</summary>
    public List<(UserId User, string Role)> TenantRoles { get; } = [];

    /// <summary>Who has which second factor.</summary>
    public List<(UserId User, string Type)> SecondFactors { get; } = [];

    /// <summary>Where people are signed in.</summary>
    public List<(UserId User, UserSession Session)> Sessions { get; } = [];

    /// <summary>As stored: an invitation past its end is still Pending here and Expired through the client.</summary>
    public List<OrganizationInvitation> Invitations { get; } = [];

    /// <summary>With an address of which domain people join which organization when they sign up.</summary>
    public List<(OrganizationId Organization, string Domain)> JustInTimeDomains { get; } = [];

    /// <summary>The roles of people who join by signing up.</summary>
    public List<(OrganizationId Organization, OrganizationRoleId Role)> JustInTimeRoles { get; } = [];

    /// <summary>The clients of the tenant, with their secrets.</summary>
    public List<FakeApplication> Applications { get; } = [];

    /// <summary>Which machine is where, with which roles.</summary>
    public List<FakeMachineMembership> Machines { get; } = [];

    /// <summary>Which machine got a token when, and whether.</summary>
    public List<(string Application, DateTimeOffset At, bool IsSuccess)> MachineTokens { get; } = [];

    /// <summary>Connections to enterprises' identity providers.</summary>
    public List<FakeSsoConnector> SsoConnectors { get; } = [];

    /// <summary>Who signs in through which of them becomes a member where.</summary>
    public List<(OrganizationId Organization, string Connector)> JustInTimeSsoConnectors { get; } = [];

    /// <summary>Who has signed in through which of them.</summary>
    public List<(UserId User, string Connector)> SsoIdentities { get; } = [];

    /// <summary>Roles of the tenant that every new machine gets by itself.</summary>
    public List<Role> DefaultMachineRoles { get; } = [];

    /// <summary>Mails that were handed over for delivery, in order.</summary>
    public List<FakeMessage> Messages { get; } = [];

    /// <summary>What one-time tokens were made for.</summary>
    public List<NewOneTimeToken> OneTimeTokens { get; } = [];

    /// <summary>Without a connector every message is answered 501 <c>connector.not_found</c>.</summary>
    public bool HasEmailConnector { get; set; } = true;

    /// <summary>Whether the tenant's sign-up verifies addresses.</summary>
    public bool VerifiesAddresses { get; set; }

    /// <summary>Whether the tenant sends people through connectors at all.</summary>
    public bool HasSingleSignOn { get; set; } = true;

    /// <summary>What people can do on the sign-in page.</summary>
    public string SignInMode { get; set; } = "SignInAndRegister";

    /// <summary>The second factors that people may set up.</summary>
    public MfaSettings Mfa { get; set; } = new(["Totp", "WebAuthn", "BackupCode"], "NoPrompt", "Mandatory");

    public FakeOrganizationsClient OrganizationsClient { get; }

    public FakeOrganizationMembersClient MembersClient { get; }

    public FakeOrganizationInvitationsClient InvitationsClient { get; }

    public FakeOrganizationRolesClient RolesClient { get; }

    public FakeUsersClient UsersClient { get; }

    public FakeSignInExperienceClient SignInExperienceClient { get; }

    public FakeOrganizationJustInTimeClient JustInTimeClient { get; }

    public FakeConnectorsClient ConnectorsClient { get; }

    public FakeOneTimeTokensClient OneTimeTokensClient { get; }

    public FakeApplicationsClient ApplicationsClient { get; }

    public FakeOrganizationApplicationsClient OrganizationApplicationsClient { get; }

    public FakeLogsClient LogsClient { get; }

    public FakeSsoConnectorsClient SsoConnectorsClient { get; }

    public FakeUserAssetsClient UserAssetsClient { get; }

    public FakeOrganizationTemplateClient TemplateClient { get; }

    /// <summary>Permissions of the template that no role carries.</summary>
    public List<string> IdlePermissions { get; } = [];

    /// <summary>Whether the tenant has storage for uploads; a new one has none.</summary>
    public bool HasStorage { get; set; }

    /// <summary>What was uploaded.</summary>
    public List<(byte[] Content, string Type, string Name)> Uploads { get; } = [];

    /// <summary>Registers every fake client under its interface.</summary>
    public void AddTo(IServiceCollection services)
    {
        services.AddSingleton(this);
        services.AddSingleton<IOrganizationsClient>(OrganizationsClient);
        services.AddSingleton<IOrganizationMembersClient>(MembersClient);
        services.AddSingleton<IOrganizationInvitationsClient>(InvitationsClient);
        services.AddSingleton<IOrganizationRolesClient>(RolesClient);
        services.AddSingleton<IUsersClient>(UsersClient);
        services.AddSingleton<ISignInExperienceClient>(SignInExperienceClient);
        services.AddSingleton<IOrganizationJustInTimeClient>(JustInTimeClient);
        services.AddSingleton<IConnectorsClient>(ConnectorsClient);
        services.AddSingleton<IOneTimeTokensClient>(OneTimeTokensClient);
        services.AddSingleton<IApplicationsClient>(ApplicationsClient);
        services.AddSingleton<IOrganizationApplicationsClient>(OrganizationApplicationsClient);
        services.AddSingleton<ILogsClient>(LogsClient);
        services.AddSingleton<ISsoConnectorsClient>(SsoConnectorsClient);
        services.AddSingleton<IUserAssetsClient>(UserAssetsClient);
        services.AddSingleton<IOrganizationTemplateClient>(TemplateClient);
    }

    /// <summary>An organization without members.</summary>
    public OrganizationId AddOrganization(string name, string? description = null, JsonObject? customData = null)
    {
        lock (Gate)
        {
            var organization = new Organization(OrganizationId.Parse(NextId("org", 12)), name, description, customData ?? [], false, new OrganizationBranding(), new OrganizationColor(), Clock.GetUtcNow());
            Organizations.Add(organization);
            return organization.Id;
        }
    }

    /// <summary>A person with an address and a name.</summary>
    public UserId AddUser(string? email = null, string? name = null, string? username = null, string? id = null)
    {
        lock (Gate)
        {
            var user = new User(UserId.Parse(id ?? NextId("user", 12)), username, email, name, null, false, null);
            Users.Add(user);
            return user.Id;
        }
    }

    /// <summary>A role for people with these organization permissions (Logto's names, such as <c>read:member</c>).</summary>
    public OrganizationRoleId AddRole(string name, params string[] scopes) => AddRole(name, "User", scopes);

    /// <summary>A role for machines.</summary>
    public OrganizationRoleId AddMachineRole(string name, params string[] scopes) => AddRole(name, "MachineToMachine", scopes);

    /// <summary>Makes a person a member, or gives a member more roles.</summary>
    public FakeMembership AddMember(OrganizationId organization, UserId user, params OrganizationRoleId[] roles)
    {
        lock (Gate)
        {
            var membership = FindMember(organization, user);
            if (membership is null)
            {
                membership = new FakeMembership(organization, user);
                Members.Add(membership);
            }

            membership.Roles.AddRange(roles.Except(membership.Roles));
            return membership;
        }
    }

    /// <summary>An invitation that ends in a week, or when you say.</summary>
    public InvitationId AddInvitation(OrganizationId organization, string invitee, UserId? inviter = null, DateTimeOffset? expiresAt = null, params OrganizationRoleId[] roles)
    {
        var now = Clock.GetUtcNow();
        lock (Gate)
        {
            var invitation = new OrganizationInvitation(
                InvitationId.Parse(NextId("invitation", 21)), organization, invitee, inviter, null, InvitationStatuses.Pending, now, now, expiresAt ?? now.AddDays(7), NameRoles(roles));
            Invitations.Add(invitation);
            return invitation.Id;
        }
    }

    /// <summary>A machine that somebody made in Logto, and put into an organization.</summary>
    public FakeApplication AddMachine(string name, OrganizationId? organization = null, params OrganizationRoleId[] roles)
    {
        var application = new FakeApplication(NextId("app", 21), name, null, "MachineToMachine");
        Applications.Add(application);
        if (organization is { } where)
        {
            Machines.Add(new FakeMachineMembership(where, application.Id) { Roles = [.. roles] });
        }

        return application;
    }

    /// <summary>The membership, or nothing.</summary>
    public FakeMembership? FindMember(OrganizationId organization, UserId user) =>
        Members.Find(member => member.Organization == organization && member.User == user);

    /// <summary>The names of the roles that a member has; empty for somebody who is no member.</summary>
    public IReadOnlyList<string> RoleNamesOf(OrganizationId organization, UserId user) =>
        [.. NameRoles(FindMember(organization, user)?.Roles ?? []).Select(role => role.Name)];

    internal Lock Gate { get; } = new();

    internal IReadOnlyList<OrganizationRoleName> NameRoles(IEnumerable<OrganizationRoleId> roles) =>
        [.. Roles.Where(role => roles.Contains(role.Id)).OrderBy(role => role.Name, StringComparer.Ordinal).Select(role => new OrganizationRoleName(role.Id, role.Name))];

    internal string NextId(string prefix, int length) => prefix + (++_sequence).ToString($"D{length - prefix.Length}", null);

    internal static LogtoApiException NotFound(string code, string route) => new(HttpStatusCode.NotFound, code, route);

    internal static LogtoApiException Unprocessable(string code, string route) => new(HttpStatusCode.UnprocessableEntity, code, route);

    internal static LogtoApiException BadRequest(string code, string route) => new(HttpStatusCode.BadRequest, code, route);

    private OrganizationRoleId AddRole(string name, string type, string[] scopes)
    {
        lock (Gate)
        {
            var role = new OrganizationRole(OrganizationRoleId.Parse(NextId("role", 21)), name, null, type, [.. scopes.Select(scope => new ScopeName("scope-" + scope, scope))], []);
            Roles.Add(role);
            return role.Id;
        }
    }
}
