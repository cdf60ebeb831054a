using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Provisioning.Files;

namespace OrgPortal.Web.Provisioning;

/// <summary>
/// Compares a tenant with the file, kind by kind, in the order in which things need each other. Nothing is done here; each change knows how it is
/// done, and looks at that moment for the ids of what was made before it.
/// </summary>
internal sealed partial class TenantPlanner
{
    private readonly TenantFile _file;
    private readonly TenantSnapshot _now;
    private readonly TenantClients _logto;
    private readonly ProvisioningOptions _options;
    private readonly Ledger _ledger;
    private readonly List<PlannedChange> _changes = [];
    private readonly HashSet<string> _named = [];
    private int _unchanged;

    private TenantPlanner(TenantFile file, TenantSnapshot now, TenantClients logto, ProvisioningOptions options, Ledger ledger) =>
        (_file, _now, _logto, _options, _ledger) = (file, now, logto, options, ledger);

    /// <summary>What is to be done.</summary>
    /// <exception cref="TenantProblemException">Something in the tenant is ambiguous.</exception>
    public static TenantPlan Plan(TenantFile file, TenantSnapshot now, TenantClients logto, ProvisioningOptions options, Ledger ledger)
    {
        var planner = new TenantPlanner(file, now, logto, options, ledger);
        planner.PlanApplications();
        planner.PlanApis();
        planner.PlanPermissions();
        planner.PlanOrganizationRoles();
        planner.PlanTenantRoles();
        planner.PlanAccess();
        planner.PlanWebhooks();
        planner.PlanConnector();
        planner.PlanMails();
        planner.PlanSignIn();
        planner.PlanWhatIsLeftOver();
        return new TenantPlan(planner._changes, planner._unchanged);
    }

    /// <summary>An object that is missing.</summary>
    private void Add(string kind, string name, Differences fields, Func<Task> act) =>
        _changes.Add(new PlannedChange(kind, name, PlannedAction.Add, fields.Fields) { Act = act });

    /// <summary>An object that is there: changed where it must be, and what stays without <c>--prune</c> is told.</summary>
    private void Compare(string kind, string name, Differences fields, Func<Task> act, string? blocked = null)
    {
        var isChanged = fields.Fields.Any(field => _options.Prune || !field.NeedsPrune);
        if (isChanged)
        {
            _changes.Add(new PlannedChange(kind, name, blocked is null ? PlannedAction.Change : PlannedAction.Blocked, fields.Fields, blocked) { Act = blocked is null ? act : null });
            return;
        }

        _unchanged++;
        if (fields.Fields.Count > 0)
        {
            _changes.Add(new PlannedChange(kind, name, PlannedAction.Keep, fields.Fields));
        }
    }

    /// <summary>Notes that the file names it, so that it is not left over.</summary>
    private void Name(string kind, string name) => _named.Add(Ledger.NameOf(kind, name));

    private void PlanPermissions()
    {
        foreach (var wanted in _file.Permissions)
        {
            Name(Kinds.Permission, wanted.Name);
            var fields = new Differences();
            if (_now.Permissions.FirstOrDefault(one => one.Name == wanted.Name) is not { } now)
            {
                fields.Text("description", null, wanted.Description);
                Add(Kinds.Permission, wanted.Name, fields, async () => _now.Permissions.Add(await _logto.Template.CreateScopeAsync(new NewScope(wanted.Name, NullIfEmpty(wanted.Description)))));
                continue;
            }

            fields.Text("description", now.Description, wanted.Description);
            Compare(Kinds.Permission, wanted.Name, fields, () => _logto.Template.DescribeScopeAsync(now.Id, wanted.Description!));
        }
    }

    private void PlanOrganizationRoles()
    {
        foreach (var wanted in _file.Roles)
        {
            Name(Kinds.Role, wanted.Name);
            var fields = new Differences();
            string[] grants = [.. wanted.Apis.SelectMany(grant => grant.Permissions.Select(permission => GrantName(grant.Indicator, permission)))];
            if (_now.OrganizationRoles.FirstOrDefault(one => one.Name == wanted.Name) is not { } now)
            {
                fields.Text("description", null, wanted.Description);
                fields.Text("type", null, wanted.Type);
                fields.List("permissions", [], wanted.Permissions, _options.Prune);
                fields.List("apis", [], grants, _options.Prune);
                Add(Kinds.Role, wanted.Name, fields, () => _logto.Template.CreateRoleAsync(new NewOrganizationRole(
                    wanted.Name, NullIfEmpty(wanted.Description), wanted.Type, PermissionIds(wanted.Permissions), GrantIds(grants))));
                continue;
            }

            var describes = fields.Text("description", now.Description, wanted.Description) | fields.Text("type", now.Type, wanted.Type);
            var permissions = fields.List("permissions", now.Scopes.Select(scope => scope.Name), wanted.Permissions, _options.Prune);
            // A role that the file gives nothing in APIs may have something there from somebody else.
            var apis = fields.List("apis", now.ResourceScopes.Select(GrantName), grants, _options.Prune, ownsTheRest: grants.Length > 0);
            Compare(Kinds.Role, wanted.Name, fields, async () =>
            {
                if (describes)
                {
                    await _logto.Template.UpdateRoleAsync(now.Id, new OrganizationRoleChange(wanted.Description, wanted.Type));
                }

                if (permissions.Differs)
                {
                    await _logto.Template.ReplaceScopesAsync(now.Id, PermissionIds(permissions.Wanted));
                }

                if (apis.Differs)
                {
                    await _logto.Template.ReplaceResourceScopesAsync(now.Id, GrantIds(apis.Wanted));
                }
            });
        }
    }

    private void PlanApis()
    {
        foreach (var wanted in _file.Apis)
        {
            Name(Kinds.Api, wanted.Indicator);
            var fields = new Differences();
            if (_now.Apis.FirstOrDefault(one => one.Indicator == wanted.Indicator) is not { } now)
            {
                fields.Text("name", null, wanted.Name);
                fields.Value("accessTokenSeconds", null, wanted.AccessTokenSeconds);
                Add(Kinds.Api, wanted.Indicator, fields, async () => _now.Apis.Add(await _logto.Apis.CreateAsync(new NewApiResource(wanted.Name, wanted.Indicator, wanted.AccessTokenSeconds))));
            }
            else
            {
                var renames = fields.Text("name", now.Name, wanted.Name);
                var lives = fields.Value("accessTokenSeconds", now.AccessTokenTtl, wanted.AccessTokenSeconds);
                Compare(Kinds.Api, wanted.Indicator, fields, () => _logto.Apis.UpdateAsync(now.Id, new ApiResourceChange(renames ? wanted.Name : null, lives ? wanted.AccessTokenSeconds : null)));
            }

            foreach (var permission in wanted.Permissions)
            {
                PlanApiPermission(wanted.Indicator, permission);
            }
        }
    }

    private void PlanApiPermission(string indicator, WantedPermission wanted)
    {
        var name = GrantName(indicator, wanted.Name);
        Name(Kinds.ApiPermission, name);
        var fields = new Differences();
        var api = _now.Apis.FirstOrDefault(one => one.Indicator == indicator);
        if (api?.Scopes.FirstOrDefault(one => one.Name == wanted.Name) is not { } now)
        {
            fields.Text("description", null, wanted.Description);
            Add(Kinds.ApiPermission, name, fields, async () =>
            {
                var there = _now.Apis.First(one => one.Indicator == indicator);
                var scope = await _logto.Apis.CreateScopeAsync(there.Id, new NewScope(wanted.Name, NullIfEmpty(wanted.Description)));
                _now.Apis[_now.Apis.IndexOf(there)] = there with { Scopes = [.. there.Scopes, scope] };
            });
            return;
        }

        fields.Text("description", now.Description, wanted.Description);
        Compare(Kinds.ApiPermission, name, fields, () => _logto.Apis.DescribeScopeAsync(api.Id, now.Id, wanted.Description!));
    }

    private void PlanTenantRoles()
    {
        foreach (var wanted in _file.TenantRoles)
        {
            Name(Kinds.TenantRole, wanted.Name);
            var fields = new Differences();
            if (_now.Roles.FirstOrDefault(one => one.Name == wanted.Name) is not { } now)
            {
                fields.Text("description", null, wanted.Description);
                fields.Text("type", null, wanted.Type);
                Add(Kinds.TenantRole, wanted.Name, fields, async () => _now.Roles.Add(await _logto.Roles.CreateAsync(new NewRole(wanted.Name, wanted.Description, wanted.Type))));
                continue;
            }

            if (now.Type != wanted.Type)
            {
                throw new TenantProblemException($"The tenant's role '{wanted.Name}' is of type {now.Type}, the file wants {wanted.Type}, and Logto does not change that. Take another name, or delete the role in Logto.");
            }

            fields.Text("description", now.Description, wanted.Description);
            Compare(Kinds.TenantRole, wanted.Name, fields, () => _logto.Roles.DescribeAsync(now.Id, wanted.Description));
        }
    }

    private void PlanWebhooks()
    {
        foreach (var wanted in _file.Webhooks)
        {
            Name(Kinds.Webhook, wanted.Name);
            var fields = new Differences();
            if (_now.FindHook(wanted.Name) is not { } now)
            {
                fields.Text("url", null, wanted.Url);
                fields.List("events", [], wanted.Events, _options.Prune);
                Add(Kinds.Webhook, wanted.Name, fields, () => _logto.Hooks.CreateAsync(new NewHook(wanted.Name, wanted.Events, new HookConfig(wanted.Url))));
                continue;
            }

            var moves = fields.Text("url", now.Config.Url, wanted.Url);
            fields.Value<bool>("enabled", now.Enabled, true);
            var events = fields.List("events", now.Events, wanted.Events, _options.Prune);
            Compare(Kinds.Webhook, wanted.Name, fields, () => _logto.Hooks.UpdateAsync(
                now.Id, new HookChange(events.Differs ? events.Wanted : null, moves ? now.Config with { Url = wanted.Url } : null, true)));
        }
    }

    private void PlanMails()
    {
        foreach (var wanted in _file.Mails)
        {
            var name = MailName(wanted.Type, wanted.Language);
            Name(Kinds.Mail, name);
            var fields = new Differences();
            var now = _now.Mails.FirstOrDefault(one => one.TemplateType == wanted.Type && one.LanguageTag == wanted.Language);
            fields.Text("subject", now?.Details.Subject, wanted.Subject);
            fields.Text("content", now?.Details.Content, wanted.Content);
            fields.Text("contentType", now is null ? null : now.Details.ContentType ?? "text/html", wanted.ContentType);
            var details = (now?.Details ?? new EmailTemplateDetails("", "")) with { Subject = wanted.Subject, Content = wanted.Content, ContentType = wanted.ContentType };
            Task Put() => _logto.Mails.PutAsync([new NewEmailTemplate(wanted.Language, wanted.Type, details)]);
            if (now is null)
            {
                Add(Kinds.Mail, name, fields, Put);
            }
            else
            {
                Compare(Kinds.Mail, name, fields, Put);
            }
        }
    }

    /// <summary>What was made from the file and is no longer in it.</summary>
    private void PlanWhatIsLeftOver()
    {
        foreach (var same in Deletable().GroupBy(one => Ledger.NameOf(one.Kind, one.Name)).Where(same => _ledger.Names.Contains(same.Key) && !_named.Contains(same.Key)))
        {
            var (kind, name, delete) = same.First();
            _changes.Add((_options.Prune, same.Count()) switch
            {
                (true, 1) => new PlannedChange(kind, name, PlannedAction.Delete, []) { Act = delete },
                (false, 1) => new PlannedChange(kind, name, PlannedAction.Keep, [], "made from this file, which no longer names it"),
                _ => new PlannedChange(kind, name, PlannedAction.Keep, [], "made from this file, which no longer names it, but several have this name: delete the right one in Logto"),
            });
        }
    }

    /// <summary>Everything in the tenant of a kind that the file can have, what needs others before what is needed. Logto's own and this program's are not among them.</summary>
    private IEnumerable<(string Kind, string Name, Func<Task> Delete)> Deletable() =>
    [
        .. _now.Mails.Select(one => (Kinds.Mail, MailName(one.TemplateType, one.LanguageTag), (Func<Task>)(() => _logto.Mails.DeleteAsync(one.Id)))),
        .. _now.Hooks.Select(one => (Kinds.Webhook, one.Name, (Func<Task>)(() => _logto.Hooks.DeleteAsync(one.Id)))),
        .. _now.OrganizationRoles.Select(one => (Kinds.Role, one.Name, (Func<Task>)(() => _logto.Template.DeleteRoleAsync(one.Id)))),
        .. _now.Permissions.Select(one => (Kinds.Permission, one.Name, (Func<Task>)(() => _logto.Template.DeleteScopeAsync(one.Id)))),
        .. _now.Apis.Where(one => one.Indicator != _options.ManagementApi).SelectMany(api => api.Scopes.Select(one =>
            (Kinds.ApiPermission, GrantName(api.Indicator, one.Name), (Func<Task>)(() => _logto.Apis.DeleteScopeAsync(api.Id, one.Id))))),
        .. _now.Apis.Where(one => one.Indicator != _options.ManagementApi).Select(one => (Kinds.Api, one.Indicator, (Func<Task>)(() => _logto.Apis.DeleteAsync(one.Id)))),
        .. _now.Applications.Where(one => one.Id != _options.OwnClientId).Select(one => (Kinds.Application, ApplicationName(one.Type, one.Name), (Func<Task>)(() => _logto.Applications.DeleteAsync(one.Id)))),
        .. _now.Roles.Where(one => one.Name != Role.ManagementApiAccess && one.Id != _now.ManagementApiRole?.Id).Select(one => (Kinds.TenantRole, one.Name, (Func<Task>)(() => _logto.Roles.DeleteAsync(one.Id)))),
    ];

    private string[] PermissionIds(IEnumerable<string> names) => [.. names.Select(name => _now.Permissions.First(one => one.Name == name).Id)];

    private string[] GrantIds(IReadOnlyCollection<string> names) =>
        [.. _now.Apis.SelectMany(api => api.Scopes.Where(scope => names.Contains(GrantName(api.Indicator, scope.Name)))).Select(scope => scope.Id)];

    private string GrantName(ResourceScopeName scope) => GrantName(_now.Apis.FirstOrDefault(one => one.Id == scope.Resource.Id)?.Indicator ?? scope.Resource.Name, scope.Name);

    private static string GrantName(string indicator, string permission) => $"{indicator} {permission}";

    private static string MailName(string type, string language) => $"{type} {language}";

    private static string ApplicationName(string type, string name) => $"{type} {name}";

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
