using System.Text.Json;

namespace OrgPortal.LogtoEmulator.State;

/// <summary>What happens to users and organizations when somebody signs up or in interactively.</summary>
internal static class SignInOperations
{
    /// <summary>
    /// Creates a user as the sign-up page does: with just-in-time provisioning by the domain of the address, or, for who
    /// came through an SSO connector, by that alone. Follow it with <see cref="RecordSignIn"/>.
    /// </summary>
    public static User Register(this LogtoTables tables, NewUser create, string? ssoConnectorId = null)
    {
        var user = tables.CreateUser(create);
        if (ssoConnectorId is null)
        {
            tables.ProvisionByDomain(user);
        }
        else
        {
            tables.ProvisionBySsoConnector(user.Id, ssoConnectorId);
        }

        return user;
    }

    /// <summary>
    /// Notes a sign-in: <c>lastSignInAt</c>, the application of the first one, and the audit log. Of somebody who has just registered
    /// <c>PostRegister</c> is told, of everybody else <c>PostSignIn</c>.
    /// </summary>
    public static User RecordSignIn(
        this LogtoTables tables, string userId, string? applicationId, string? sessionUid = null, bool isNew = false)
    {
        var user = tables.Users.Find(userId) ?? throw Refusals.NotFound();
        var signedIn = tables.Users.Put(user with
        {
            LastSignInAt = tables.Now,
            ApplicationId = user.ApplicationId ?? applicationId,
            UpdatedAt = tables.Now,
        });
        var happened = isNew ? "Register" : "SignIn";
        tables.Log($"Interaction.{happened}.Submit", new { userId, applicationId, sessionId = sessionUid });
        tables.Raise(new LogtoEvent($"Post{happened}")
        {
            UserId = userId,
            ApplicationId = applicationId,
            SessionUid = sessionUid,
        });
        return signedIn;
    }

    /// <summary>
    /// Puts a user into organizations with their just-in-time roles (roles for machines are passed over). Organizations
    /// that do not exist are passed over too. Used for one-time tokens and SSO connectors.
    /// </summary>
    public static void ProvisionOrganizations(
        this LogtoTables tables, string userId, IEnumerable<string> organizationIds)
    {
        foreach (var organizationId in organizationIds.Where(tables.Organizations.Has).Distinct())
        {
            tables.AddMembers(organizationId, [userId]);
            var roles = tables.JustInTime.Find(organizationId)?.RoleIds ?? [];
            tables.AddMemberRoles(
                organizationId,
                userId,
                roles.Where(role => tables.OrganizationRoles.Find(role) is { Type: RoleType.User }));
        }
    }

    /// <summary>Puts a user who came through an SSO connector into the organizations that list it.</summary>
    public static void ProvisionBySsoConnector(this LogtoTables tables, string userId, string ssoConnectorId) =>
        tables.ProvisionOrganizations(userId, tables.JustInTime
            .Where(settings => settings.SsoConnectorIds.Contains(ssoConnectorId))
            .Select(settings => settings.OrganizationId)
            .ToArray());

    /// <summary>
    /// Whether a user may have a token of an organization that requires a second factor: having set one up is enough.
    /// </summary>
    public static bool SatisfiesMfaOf(this LogtoTables tables, string userId, string organizationId) =>
        tables.Organizations.Find(organizationId) is not { IsMfaRequired: true }
        || tables.Users.Find(userId)?.MfaVerifications.Length > 0;

    /// <summary>
    /// Whether signing in leads a user to set up a second factor, without a way past it: an organization of theirs requires one, they have none, the tenant offers one and its
    /// <c>organizationRequiredMfaPolicy</c> is <c>Mandatory</c>.
    /// </summary>
    public static bool MustSetUpFactor(this LogtoTables tables, string userId) =>
        tables.SignInExperience.LeadsMembersToFactors && tables.Members.OrganizationsOf(userId).Any(organization => !tables.SatisfiesMfaOf(userId, organization));

    /// <summary>Writes an entry into the audit log.</summary>
    public static void Log(this LogtoTables tables, string key, object payload, bool isSuccess = true)
    {
        var entry = StateJson.Object(payload);
        entry["key"] = key;
        entry["result"] = isSuccess ? "Success" : "Error";
        tables.Logs.Put(new LogEntry(
            LogtoIds.Standard(), key, JsonSerializer.SerializeToElement(entry, StateJson.Options), tables.Now));
    }

    private static void ProvisionByDomain(this LogtoTables tables, User user)
    {
        if (user.PrimaryEmail?.Split('@') is [_, var domain])
        {
            tables.ProvisionOrganizations(user.Id, tables.JustInTime
                .Where(settings => settings.EmailDomains.Contains(domain))
                .Select(settings => settings.OrganizationId)
                .ToArray());
        }
    }
}
