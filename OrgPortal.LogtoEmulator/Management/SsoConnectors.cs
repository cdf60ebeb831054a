using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using OrgPortal.LogtoEmulator.Answers;
using OrgPortal.LogtoEmulator.Enterprise;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.Management;

/// <summary>Connections to enterprises' identity providers. OpenID Connect providers are asked for their documents; what SAML ones are configured with is stored, not tried.</summary>
internal static class SsoConnectors
{
    private const string All = "/sso-connectors";

    /// <summary>The providers there are, with the protocol each speaks.</summary>
    private static readonly Dictionary<string, string> Providers = new()
    {
        ["OIDC"] = "oidc",
        ["SAML"] = "saml",
        ["AzureAD"] = "saml",
        ["GoogleWorkspace"] = "oidc",
        ["Okta"] = "oidc",
        ["AzureAdOidc"] = "oidc",
    };

    /// <summary>Domains of mailboxes anybody can have.</summary>
    private static readonly HashSet<string> PublicDomains =
    [
        "126.com", "163.com", "aol.com", "gmail.com", "gmx.com", "hotmail.com", "icloud.com", "live.com", "mail.com",
        "mail.ru", "outlook.com", "protonmail.com", "qq.com", "sina.com", "sohu.com", "yahoo.com", "yandex.com",
        "yanex.com", "zoho.com",
    ];

    public static void Map(ManagementRoutes routes)
    {
        routes.Get("/sso-connector-providers", _ => Answer.Ok(Providers.Select(provider => Provider(provider.Key)).ToArray()));
        routes.Get(All, call => call.State.Read(tables => call.Listed(tables.SsoConnectors, View)));
        routes.PostAsync(All, call => CheckedAsync(call, null, () => Create(call)));
        routes.Get(All + "/{id}", call => Answer.Ok(call.State.Read(tables => View(Require(tables, call)))));
        routes.PatchAsync(All + "/{id}", call => CheckedAsync(call, call.State.Read(tables => Require(tables, call)), () => Change(call)));
        routes.Delete(All + "/{id}", call =>
        {
            call.State.Write(tables => tables.DeleteSsoConnector(Require(tables, call).Id));
            return Answer.NoContent;
        });
    }

    private static SsoConnector Require(LogtoTables tables, Call call) =>
        tables.SsoConnectors.Find(call.Id) ?? throw Refusals.NoSuchId("sso_connectors", call.Id);

    private static JsonObject Provider(string name) => new()
    {
        ["providerName"] = name,
        ["name"] = name,
        ["providerType"] = Providers[name],
        ["logo"] = "data:,",
        ["logoDark"] = "data:,",
        ["description"] = $"Sign-in through {name}.",
    };

    private static JsonObject View(SsoConnector connector)
    {
        var view = StateJson.Object(connector);
        view["name"] = connector.ProviderName;
        view["providerType"] = Providers[connector.ProviderName];
        view["providerLogo"] = "data:,";
        view["providerLogoDark"] = "data:,";
        return view;
    }

    private static Answer Create(Call call)
    {
        var guard = call.Guard();
        var connector = Read(guard, new SsoConnector
        {
            Id = LogtoIds.Short(),
            ProviderName = guard.String("providerName"),
            ConnectorName = guard.String("connectorName", 128),
            CreatedAt = call.State.Now,
        });
        guard.Done();
        if (!Providers.ContainsKey(connector.ProviderName))
        {
            throw new LogtoRefusalException(422, "connector.not_found", "Cannot find any available connector for type: provider.");
        }

        return Answer.Ok(call.State.Write(tables => Save(tables, connector)));
    }

    private static Answer Change(Call call)
    {
        var guard = call.Guard();
        var name = guard.OptionalString("connectorName", 128);
        Read(guard, new SsoConnector { Id = "", ProviderName = "", ConnectorName = "" });
        guard.Done();
        return Answer.Ok(View(call.State.Write(tables =>
        {
            var before = Require(tables, call);
            return Save(tables, Read(guard, before) with { ConnectorName = name ?? before.ConnectorName });
        })));
    }

    /// <summary>Settings that come along are looked at before anything changes: whether they are complete, and whether the provider's document can be had.</summary>
    private static async Task<Answer> CheckedAsync(Call call, SsoConnector? before, Func<Answer> act)
    {
        var guard = call.Guard();
        var provider = before?.ProviderName ?? guard.OptionalString("providerName");
        if (guard.Object("config") is not { } config || provider is null || !Providers.TryGetValue(provider, out var protocol))
        {
            return act();
        }

        var connector = new SsoConnector { Id = "", ProviderName = provider, ConnectorName = "", Config = config };
        var needs = provider switch
        {
            "GoogleWorkspace" => (string[])["clientId", "clientSecret"],
            _ when protocol == "oidc" => ["clientId", "clientSecret", "issuer"],
            _ when ConnectorSignIn.Setting(connector, "metadataUrl") is not null || ConnectorSignIn.Setting(connector, "metadata") is not null => [],
            _ => ["entityId", "signInEndpoint", "x509Certificate"],
        };
        if (needs.Any(name => ConnectorSignIn.Setting(connector, name) is null)
            || (ConnectorSignIn.Setting(connector, "issuer") is { } issuer && protocol == "oidc" && await call.Context.RequestServices.GetRequiredService<ConnectorSignIn>().DiscoverAsync(issuer) is null))
        {
            throw new LogtoRefusalException(400, "connector.invalid_config", "The connector's config is invalid.");
        }

        if (protocol == "saml" && ConnectorSignIn.Setting(connector, "x509Certificate") is { } certificate && !IsCertificate(certificate))
        {
            throw new LogtoRefusalException(400, "connector.invalid_certificate", "The connector's certificate is invalid.");
        }

        return act();
    }

    // With or without its first and last line; whether it has ended does not matter.
    private static bool IsCertificate(string text)
    {
        try
        {
            var bare = text.Replace("-----BEGIN CERTIFICATE-----", "", StringComparison.Ordinal).Replace("-----END CERTIFICATE-----", "", StringComparison.Ordinal);
            using var _ = X509CertificateLoader.LoadCertificate(Convert.FromBase64String(bare));
            return true;
        }
        catch (Exception unreadable) when (unreadable is FormatException or CryptographicException)
        {
            return false;
        }
    }

    private static SsoConnector Read(Guard guard, SsoConnector before) => before with
    {
        Config = guard.Object("config") ?? before.Config,
        Domains = guard.Strings("domains") is { } domains ? [.. domains.Select(domain => domain.ToLowerInvariant())] : before.Domains,
        Branding = guard.Object("branding") ?? before.Branding,
        SyncProfile = guard.Bool("syncProfile") ?? before.SyncProfile,
        EnableTokenStorage = guard.Bool("enableTokenStorage") ?? before.EnableTokenStorage,
    };

    private static SsoConnector Save(LogtoTables tables, SsoConnector connector)
    {
        // What a domain looks like does not matter.
        if (connector.Domains.Where(PublicDomains.Contains).Distinct().ToArray() is { Length: > 0 } open)
        {
            throw Refused("forbidden_domains", "Public email domains are not allowed.", open);
        }

        if (connector.Domains.CountBy(domain => domain).Where(one => one.Value > 1).Select(one => one.Key).ToArray() is { Length: > 0 } twice)
        {
            throw Refused("duplicated_domains", "There are duplicate domains.", twice);
        }

        if (tables.SsoConnectors.Any(one => one.ConnectorName == connector.ConnectorName && one.Id != connector.Id))
        {
            throw new LogtoRefusalException(
                409, "single_sign_on.duplicate_connector_name", "Connector name already exists. Please choose a different name.");
        }

        return tables.SsoConnectors.Put(connector);
    }

    private static LogtoRefusalException Refused(string reason, string message, string[] domains) => new(
        422,
        $"single_sign_on.{reason}",
        message,
        new JsonObject { ["data"] = new JsonArray([.. domains.Select(domain => (JsonNode)domain)]) });
}
