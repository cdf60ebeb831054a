using System.Collections.Immutable;
using OrgPortal.LogtoEmulator.Answers;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.Management;

/// <summary>Just-in-time provisioning: domains, default roles and SSO connectors of an organization.</summary>
internal static class OrganizationJustInTime
{
    private const string Domains = "/organizations/{id}/jit/email-domains";

    private static readonly RelationRoutes Roles = new()
    {
        Pattern = "/organizations/{id}/jit/roles",
        Parameter = "organizationRoleId",
        Key = "organizationRoleIds",
        UnknownOwner = id => Refusals.NoSuchId("organizations", id),
        Read = (tables, id) => Settings(tables, id)?.RoleIds,
        Find = (tables, id) => tables.OrganizationRoles.Find(id),
        Write = (tables, id, roles) => tables.JustInTime.Put(Settings(tables, id)! with { RoleIds = roles }),
    };

    private static readonly RelationRoutes SsoConnectors = new()
    {
        Pattern = "/organizations/{id}/jit/sso-connectors",
        Parameter = "ssoConnectorId",
        Key = "ssoConnectorIds",
        UnknownOwner = id => Refusals.NoSuchId("organizations", id),
        Read = (tables, id) => Settings(tables, id)?.SsoConnectorIds,
        Find = (tables, id) => tables.SsoConnectors.Find(id),
        Write = (tables, id, connectors) =>
            tables.JustInTime.Put(Settings(tables, id)! with { SsoConnectorIds = connectors }),
    };

    public static void Map(ManagementRoutes routes)
    {
        routes.Get(Domains, call =>
        {
            var domains = call.State.Read(tables => Settings(tables, call.Id)?.EmailDomains ?? []);
            return call.Listed(domains, domain => Row(call.Id, domain));
        });
        routes.Post(Domains, Add);
        routes.Put(Domains, Replace);
        routes.Delete(Domains + "/{emailDomain}", call =>
        {
            call.State.Write(tables =>
            {
                var settings = Settings(tables, call.Id);
                var domain = call.Route("emailDomain");
                tables.JustInTime.Put(settings is not null && settings.EmailDomains.Contains(domain)
                    ? settings with { EmailDomains = settings.EmailDomains.Remove(domain) }
                    : throw Refusals.NotFound());
            });
            return Answer.NoContent;
        });
        Roles.Map(routes);
        SsoConnectors.Map(routes);
    }

    /// <summary>The settings of an organization, which may be blank; null if there is no such organization.</summary>
    private static JustInTimeSettings? Settings(LogtoTables tables, string organizationId) =>
        tables.Organizations.Has(organizationId)
            ? tables.JustInTime.Find(organizationId) ?? new JustInTimeSettings(organizationId)
            : null;

    private static Answer Add(Call call)
    {
        var guard = call.Guard();
        var domain = guard.String("emailDomain");
        guard.Done();
        Save(call, domains => domains.Add(domain));
        return Answer.Created(Row(call.Id, domain));
    }

    private static Answer Replace(Call call)
    {
        var guard = call.Guard();
        var given = guard.Strings("emailDomains", isRequired: true) ?? [];
        guard.Done();
        Save(call, _ => [.. given]);
        return Answer.NoContent;
    }

    /// <summary>Domains are neither checked nor put in lower case; only their length counts, and that none is there twice.</summary>
    private static void Save(Call call, Func<ImmutableArray<string>, ImmutableArray<string>> change) => call.State.Write(tables =>
    {
        var settings = Settings(tables, call.Id) ?? throw Refusals.ForeignKey(call.Id);
        var domains = change(settings.EmailDomains);
        if (domains.Any(domain => domain.Length > 128))
        {
            throw Refusals.TooLong(128);
        }

        tables.JustInTime.Put(domains.Distinct().Count() == domains.Length
            ? settings with { EmailDomains = domains }
            : throw Refusals.Duplicate());
    });

    private static object Row(string organizationId, string emailDomain) =>
        new { tenantId = "default", organizationId, emailDomain };
}
