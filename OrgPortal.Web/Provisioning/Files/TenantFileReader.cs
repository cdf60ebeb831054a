using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace OrgPortal.Web.Provisioning.Files;

/// <summary>Reads the file, YAML or JSON, and says everything that is wrong with it at once: place, what is wrong, remedy. Nothing of Logto is asked.</summary>
internal sealed class TenantFileReader
{
    private const int LongestFile = 1024 * 1024;
    private static readonly string[] Identifiers = ["email", "phone", "username"];
    private static readonly string[] SmtpKinds = ["SignIn", "Register", "ForgotPassword", "Generic"];
    private static readonly string[] MailTypes =
        ["OrganizationInvitation", "SignIn", "Register", "ForgotPassword", "Generic", "UserPermissionValidation", "BindNewIdentifier", "MfaVerification", "BindMfa"];

    private readonly string _managementApi;

    private TenantFileReader(string managementApi) => _managementApi = managementApi;

    /// <summary>Reads a file.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="settings">What <c>${…}</c> stands for.</param>
    /// <param name="managementApi">The Management API's indicator, which no file may claim.</param>
    /// <exception cref="TenantFileException">It is not there, or something in it is wrong.</exception>
    public static TenantFile Read(string path, Func<string, string?> settings, string managementApi)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
        {
            throw new TenantFileException([$"{path} does not exist. Name the file with --file."]);
        }

        return file.Length > LongestFile
            ? throw new TenantFileException([$"{path} has more than a megabyte, which is no description of a tenant."])
            : Parse(File.ReadAllText(path), Path.GetFileName(path), settings, managementApi);
    }

    /// <summary>The same for text.</summary>
    public static TenantFile Parse(string text, string name, Func<string, string?> settings, string managementApi)
    {
        var mistakes = new FileMistakes(name, settings);
        var yaml = new YamlStream();
        try
        {
            yaml.Load(new StringReader(text));
        }
        catch (YamlException exception)
        {
            mistakes.Add(exception.Start.Line, $"This is neither YAML nor JSON: {exception.Message.Trim().TrimEnd('.')}.");
            mistakes.Done();
        }

        if (yaml.Documents is not [{ RootNode: YamlMappingNode root }])
        {
            mistakes.Add(1, "The file must be one object: permissions, roles, applications and so on, each on a line of its own.");
            mistakes.Done();
            throw new InvalidOperationException("Unreachable.");
        }

        var file = new TenantFileReader(managementApi).Read(FileNode.Root(root, mistakes));
        mistakes.Done();
        return file;
    }

    private TenantFile Read(FileNode root)
    {
        var permissions = Named(root.Items("permissions"), Permission, one => one.Name);
        var apis = Named(root.Items("apis"), Api, one => one.Indicator);
        var tenantRoles = Named(root.Items("tenantRoles"), TenantRole, one => one.Name);
        var mails = Named(root.Items("mails"), Mail, one => $"{one.Type} in {one.Language}");
        var file = new TenantFile(
            root.Text("owner", 64) is { Length: > 0 } owner ? owner : null,
            permissions,
            Named(root.Items("roles"), node => Role(node, permissions, apis), one => one.Name),
            apis,
            tenantRoles,
            Named(root.Items("applications"), node => Application(node, tenantRoles), one => $"{one.Type} {one.Name}"),
            Named(root.Items("webhooks"), Webhook, one => one.Name),
            root.Inner("emailConnector") is { } connector ? Connector(connector, mails) : null,
            mails,
            root.Inner("signIn") is { } signIn ? SignIn(signIn) : null);
        root.Done();
        return file;
    }

    private static List<T> Named<T>(IReadOnlyList<FileNode> nodes, Func<FileNode, T> read, Func<T, string> name)
    {
        var items = new List<T>();
        foreach (var node in nodes)
        {
            var item = read(node);
            node.Done();
            if (items.Any(one => name(one) == name(item)) && name(item).Trim().Length > 0)
            {
                node.Mistake($"{node.Path}: '{name(item)}' is there twice. Leave one out, or name it differently.");
            }

            items.Add(item);
        }

        return items;
    }

    private static WantedPermission Permission(FileNode node)
    {
        var name = node.Required("name", 128);
        if (name.Any(char.IsWhiteSpace))
        {
            node.Mistake($"{node.Path}.name is '{name}', and a permission cannot have spaces. Write read:member, for example.", "name");
        }

        return new WantedPermission(name, node.Text("description", 256));
    }

    private static WantedRole Role(FileNode node, List<WantedPermission> permissions, List<WantedApi> apis)
    {
        var role = new WantedRole(node.Required("name", 128), node.Text("description", 256), Type(node), node.Texts("permissions"), [.. node.Items("apis").Select(grant => Grant(grant, apis))]);
        foreach (var unknown in role.Permissions.Except(permissions.Select(one => one.Name)))
        {
            node.Mistake($"{node.Path}.permissions names '{unknown}', which the list of permissions does not have. Add it there, or correct it.", "permissions");
        }

        return role;
    }

    private static WantedGrant Grant(FileNode node, List<WantedApi> apis)
    {
        var grant = new WantedGrant(node.Required("indicator"), node.Texts("permissions"));
        node.Done();
        if (apis.FirstOrDefault(one => one.Indicator == grant.Indicator) is not { } api)
        {
            node.Mistake($"{node.Path}.indicator is '{grant.Indicator}', which the list of apis does not have. Add it there, or correct it.", "indicator");
            return grant;
        }

        foreach (var unknown in grant.Permissions.Except(api.Permissions.Select(one => one.Name)))
        {
            node.Mistake($"{node.Path}.permissions names '{unknown}', which this API does not have. Add it to the API, or correct it.", "permissions");
        }

        return grant;
    }

    private WantedApi Api(FileNode node)
    {
        var api = new WantedApi(
            node.Required("name", 256), node.Required("indicator"), node.Number("accessTokenSeconds", 60, 86_400 * 30), Named(node.Items("permissions"), Permission, one => one.Name));
        if (api.Indicator.Length > 0 && !Uri.TryCreate(api.Indicator, UriKind.Absolute, out _))
        {
            node.Mistake($"{node.Path}.indicator is '{api.Indicator}', which is no absolute URI. Write https://api.example.com, for example.", "indicator");
        }

        if (api.Indicator == _managementApi)
        {
            node.Mistake($"{node.Path}.indicator is that of Logto's own Management API, which cannot be changed. Take another.", "indicator");
        }

        return api;
    }

    private static WantedTenantRole TenantRole(FileNode node)
    {
        var role = new WantedTenantRole(node.Required("name", 128), node.Required("description", 128), Type(node));
        if (role.Name == Logto.Models.Role.ManagementApiAccess || role.Name.StartsWith("#internal:", StringComparison.Ordinal))
        {
            node.Mistake($"{node.Path}.name is that of a role of Logto's own. Take another; an application gets access by managementApi: true.", "name");
        }

        return role;
    }

    private static string Type(FileNode node) => node.OneOf("type", "User", "User", "MachineToMachine");

    private static WantedApplication Application(FileNode node, List<WantedTenantRole> tenantRoles)
    {
        var type = node.OneOf("type", "", "Traditional", "SPA", "Native", "MachineToMachine");
        if (type.Length == 0 && node.Text("type") is null)
        {
            node.Mistake($"{node.Path}.type is missing. Write Traditional, SPA, Native or MachineToMachine.");
        }

        var credentials = node.Inner("credentials");
        var application = new WantedApplication(
            node.Required("name", 256),
            type,
            node.Text("description"),
            Addresses(node, "redirectUris", type == "Native"),
            Addresses(node, "postLogoutRedirectUris", type == "Native"),
            Address(node, "backchannelLogoutUri"),
            node.Flag("backchannelLogoutSessionRequired"),
            Addresses(node, "corsAllowedOrigins", false),
            node.Number("refreshTokenDays", 1, 180),
            node.Flag("rotateRefreshToken"),
            node.Flag("alwaysIssueRefreshToken"),
            node.Flag("managementApi") ?? false,
            node.Texts("tenantRoles"),
            Setting(credentials, "clientId"),
            Setting(credentials, "clientSecret"));
        credentials?.Done();
        foreach (var unknown in application.TenantRoles.Except(tenantRoles.Where(role => role.Type == "MachineToMachine").Select(role => role.Name)))
        {
            node.Mistake($"{node.Path}.tenantRoles names '{unknown}', which is no role for machines in the list of tenantRoles. Add it there, or correct it.", "tenantRoles");
        }

        if (type != "MachineToMachine" && (application.HasManagementApi || application.TenantRoles.Count > 0))
        {
            node.Mistake($"{node.Path} is of type {type}, and only a MachineToMachine application has roles. Leave managementApi and tenantRoles out.");
        }

        if (type is "SPA" or "Native" && application.ClientSecretSetting is not null)
        {
            node.Mistake($"{node.Path} is of type {type}, which has no secret. Leave credentials.clientSecret out.", "credentials");
        }

        return application;
    }

    private static string? Setting(FileNode? credentials, string key)
    {
        var name = credentials?.Text(key);
        if (name is not null && !name.Split(':').All(part => part.Length > 0 && part.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.')))
        {
            credentials!.Mistake($"{credentials.Path}.{key} is '{name}', which is no setting. Write Logto:Web:ClientId, for example.", key);
        }

        return name;
    }

    private static WantedWebhook Webhook(FileNode node)
    {
        var credentials = node.Inner("credentials");
        var webhook = new WantedWebhook(node.Required("name", 256), Address(node, "url") ?? string.Empty, node.Texts("events"), Setting(credentials, "signingKey"));
        credentials?.Done();
        if (webhook.Url.Length == 0)
        {
            node.Mistake($"{node.Path}.url is missing. Write whom to tell, such as ${{Portal:PublicUrl}}/webhooks/logto.", "url");
        }

        if (webhook.Events.Count == 0)
        {
            node.Mistake($"{node.Path}.events is empty. Write of what it tells, such as Organization.Membership.Updated.", "events");
        }

        return webhook;
    }

    private static WantedConnector Connector(FileNode node, List<WantedMail> mails)
    {
        var connector = new WantedConnector(node.Required("connectorId", 128), node.Json("config"));
        node.Done();
        if (connector.ConnectorId != Logto.Models.Connector.Smtp || connector.Config["templates"] is not null)
        {
            return connector;
        }

        // The connector refuses to be without; the texts for people come from the list of mails all the same.
        var language = mails.FirstOrDefault()?.Language;
        var texts = mails.Where(mail => mail.Language == language && SmtpKinds.Contains(mail.Type)).ToList();
        if (texts.Count < SmtpKinds.Length)
        {
            node.Mistake($"{node.Path} is an SMTP connector, which wants texts of the types {string.Join(", ", SmtpKinds)}. Add them to mails in the language of the first one, or to config.templates.");
        }

        connector.Config["templates"] = new System.Text.Json.Nodes.JsonArray([.. texts.Select(mail => new System.Text.Json.Nodes.JsonObject
        {
            ["usageType"] = mail.Type,
            ["contentType"] = mail.ContentType,
            ["subject"] = mail.Subject,
            ["content"] = mail.Content,
        })]);
        return connector;
    }

    private static WantedMail Mail(FileNode node)
    {
        var mail = new WantedMail(
            node.OneOf("type", "", MailTypes),
            node.Required("language", 16),
            node.Required("subject"),
            node.Required("content"),
            node.OneOf("contentType", "text/html", "text/html", "text/plain"));
        if (mail.Type.Length == 0 && node.Text("type") is null)
        {
            node.Mistake($"{node.Path}.type is missing. Write {string.Join(", ", MailTypes)}.");
        }

        var needed = mail.Type == "OrganizationInvitation" ? "{{link}}" : "{{code}}";
        if (mail.Type.Length > 0 && mail.Content.Length > 0 && !mail.Content.Contains(needed, StringComparison.Ordinal))
        {
            node.Mistake($"{node.Path}.content has no {needed}, and a mail of this kind is of no use without it. Put it in.", "content");
        }

        return mail;
    }

    private static WantedSignIn SignIn(FileNode node)
    {
        var methods = new List<WantedMethod>();
        foreach (var method in node.Items("methods"))
        {
            methods.Add(new WantedMethod(
                method.OneOf("identifier", "", Identifiers), method.Flag("password") ?? false, method.Flag("verificationCode") ?? false, method.Flag("isPasswordPrimary") ?? true));
            method.Done();
            if (methods[^1] is { Password: false, VerificationCode: false })
            {
                method.Mistake($"{method.Path} signs nobody in. Set password or verificationCode to true.");
            }
        }

        var wanted = new WantedSignIn(node.Inner("signUp") is { } signUp ? SignUp(signUp) : null, methods, node.Inner("mfa") is { } mfa ? Mfa(mfa) : null);
        node.Done();
        return wanted;
    }

    private static WantedSignUp SignUp(FileNode node)
    {
        var wanted = new WantedSignUp(node.Texts("identifiers"), node.Flag("password") ?? true, node.Flag("verify") ?? true);
        node.Done();
        foreach (var unknown in wanted.Identifiers.Except(Identifiers))
        {
            node.Mistake($"{node.Path}.identifiers names '{unknown}'. Write email, phone or username.", "identifiers");
        }

        if (!wanted.Verify && wanted.Identifiers.Any(one => one is "email" or "phone"))
        {
            node.Mistake($"{node.Path}.verify is false, and Logto takes an address or a number at sign-up only when it verifies it. Set it to true.", "verify");
        }

        return wanted;
    }

    private static WantedMfa Mfa(FileNode node)
    {
        string[] known = ["Totp", "WebAuthn", "BackupCode", "EmailVerificationCode", "PhoneVerificationCode"];
        var wanted = new WantedMfa(
            node.Texts("factors"),
            node.Choice("policyWhenTurnedOn", "NoPrompt", "PromptOnlyAtSignIn", "PromptAtSignInAndSignUp", "Mandatory"),
            node.Choice("organizationPolicy", "NoPrompt", "Mandatory"));
        node.Done();
        foreach (var unknown in wanted.Factors.Except(known))
        {
            node.Mistake($"{node.Path}.factors names '{unknown}'. Write {string.Join(", ", known)}.", "factors");
        }

        if (wanted.Factors is ["BackupCode"])
        {
            node.Mistake($"{node.Path}.factors has backup codes alone, which Logto does not take. Add Totp or WebAuthn.", "factors");
        }

        return wanted;
    }

    private static string? Address(FileNode node, string key)
    {
        if (node.Text(key) is not { Length: > 0 } text)
        {
            return null;
        }

        if (!IsWeb(text))
        {
            node.Mistake($"{node.Path}.{key} is '{text}', which is no web address. Write https://portal.example.com/path, for example.", key);
        }

        return text;
    }

    private static IReadOnlyList<string> Addresses(FileNode node, string key, bool anyScheme)
    {
        var addresses = node.Texts(key);
        foreach (var wrong in addresses.Where(text => !(IsWeb(text) || (anyScheme && Uri.TryCreate(text, UriKind.Absolute, out _)))))
        {
            node.Mistake(string.Create(CultureInfo.InvariantCulture, $"{node.Path}.{key} has '{wrong}', which is no web address. Write https://portal.example.com/path, for example."), key);
        }

        return addresses;
    }

    private static bool IsWeb(string text) => Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.Host.Length > 0;
}
