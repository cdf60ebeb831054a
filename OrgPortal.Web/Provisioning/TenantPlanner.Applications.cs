using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Provisioning.Files;

namespace OrgPortal.Web.Provisioning;

/// <content>Applications, their secrets and what machines may do.</content>
internal sealed partial class TenantPlanner
{
    private void PlanApplications()
    {
        foreach (var wanted in _file.Applications)
        {
            Name(Kinds.Application, ApplicationName(wanted.Type, wanted.Name));
            if (_now.Find(wanted, _options) is not { } now)
            {
                PlanNew(wanted);
            }
            else if (now.Id == _options.OwnClientId)
            {
                // What this program runs with is as somebody made it, whatever the file says.
                _unchanged++;
            }
            else
            {
                PlanChanges(wanted, now);
                PlanSecret(wanted, now);
            }
        }
    }

    private void PlanNew(WantedApplication wanted)
    {
        var fields = new Differences();
        fields.Text("description", null, wanted.Description);
        Compare(fields, wanted, new OidcClientMetadata([], []), new CustomClientMetadata(), out var addresses, out var settings);
        Add(Kinds.Application, ApplicationName(wanted.Type, wanted.Name), fields, async () => _now.Applications.Add(await _logto.Applications.CreateAsync(new NewApplication(
            wanted.Name, wanted.Type, NullIfEmpty(wanted.Description), addresses, settings, _now.HomeOfLedger(_file, _options) == wanted ? _ledger.PutInto(null) : null))));
    }

    private void PlanChanges(WantedApplication wanted, Application now)
    {
        var fields = new Differences();
        var describes = fields.Text("description", now.Description, wanted.Description);
        var (readdresses, resets) = Compare(fields, wanted, now.OidcClientMetadata, now.CustomClientMetadata, out var addresses, out var settings);
        Compare(Kinds.Application, ApplicationName(wanted.Type, wanted.Name), fields, async () =>
        {
            var changed = await _logto.Applications.UpdateAsync(
                now.Id, new ApplicationChange(describes ? wanted.Description : null, readdresses ? addresses : null, resets ? settings : null));
            _now.Applications[_now.Applications.FindIndex(one => one.Id == now.Id)] = changed;
        });
    }

    private (bool Addresses, bool Settings) Compare(
        Differences fields, WantedApplication wanted, OidcClientMetadata addressesNow, CustomClientMetadata settingsNow, out OidcClientMetadata addresses, out CustomClientMetadata settings)
    {
        var prune = _options.Prune;
        var redirects = fields.List("redirectUris", addressesNow.RedirectUris, wanted.RedirectUris, prune, ownsTheRest: wanted.RedirectUris.Count > 0);
        var ends = fields.List("postLogoutRedirectUris", addressesNow.PostLogoutRedirectUris, wanted.PostLogoutRedirectUris, prune, ownsTheRest: wanted.PostLogoutRedirectUris.Count > 0);
        var tells = fields.Text("backchannelLogoutUri", addressesNow.BackchannelLogoutUri, wanted.BackchannelLogoutUri)
            | fields.Value("backchannelLogoutSessionRequired", addressesNow.BackchannelLogoutSessionRequired ?? false, wanted.BackchannelLogoutSessionRequired);
        var origins = fields.List("corsAllowedOrigins", settingsNow.CorsAllowedOrigins ?? [], wanted.CorsAllowedOrigins, prune, ownsTheRest: wanted.CorsAllowedOrigins.Count > 0);
        var refreshes = fields.Value("refreshTokenDays", settingsNow.RefreshTokenTtlInDays, wanted.RefreshTokenDays)
            | fields.Value("rotateRefreshToken", settingsNow.RotateRefreshToken ?? true, wanted.RotateRefreshToken)
            | fields.Value("alwaysIssueRefreshToken", settingsNow.AlwaysIssueRefreshToken ?? false, wanted.AlwaysIssueRefreshToken);
        addresses = addressesNow with
        {
            RedirectUris = redirects.Wanted,
            PostLogoutRedirectUris = ends.Wanted,
            BackchannelLogoutUri = wanted.BackchannelLogoutUri ?? addressesNow.BackchannelLogoutUri,
            BackchannelLogoutSessionRequired = wanted.BackchannelLogoutSessionRequired ?? addressesNow.BackchannelLogoutSessionRequired,
        };
        settings = settingsNow with
        {
            CorsAllowedOrigins = origins.Wanted.Count > 0 ? origins.Wanted : settingsNow.CorsAllowedOrigins is null ? null : [],
            RefreshTokenTtlInDays = wanted.RefreshTokenDays ?? settingsNow.RefreshTokenTtlInDays,
            RotateRefreshToken = wanted.RotateRefreshToken ?? settingsNow.RotateRefreshToken,
            AlwaysIssueRefreshToken = wanted.AlwaysIssueRefreshToken ?? settingsNow.AlwaysIssueRefreshToken,
        };
        return (redirects.Differs || ends.Differs || tells, origins.Differs || refreshes);
    }

    /// <summary>A new application has a secret by itself; an old one may have lost all of its own.</summary>
    private void PlanSecret(WantedApplication wanted, Application now)
    {
        if (wanted.ClientSecretSetting is null || Credentials.Usable(_now.Secrets[now.Id], null) is not null)
        {
            return;
        }

        var name = $"OrgPortal {_now.Secrets[now.Id].Count + 1}";
        Add(Kinds.Secret, ApplicationName(wanted.Type, wanted.Name), new Differences(), () => _logto.Applications.CreateSecretAsync(now.Id, name));
    }

    private void PlanAccess()
    {
        foreach (var wanted in _file.Applications.Where(one => one.HasManagementApi || one.TenantRoles.Count > 0))
        {
            var now = _now.Find(wanted, _options);
            if (now?.Id == _options.OwnClientId)
            {
                continue;
            }

            var name = ApplicationName(wanted.Type, wanted.Name);
            string[] names = [.. wanted.HasManagementApi ? [_now.ManagementApiRole?.Name ?? Role.ManagementApiAccess] : Array.Empty<string>(), .. wanted.TenantRoles];
            var fields = new Differences();
            fields.List("roles", now is null ? [] : _now.MachineRoles[now.Id].Select(role => role.Name), names, _options.Prune, ownsTheRest: false);
            string? blocked = wanted.HasManagementApi && _now.ManagementApiRole is null
                ? $"no role for machines has the permission 'all' of {_options.ManagementApi}: make one in Logto's console, under Roles"
                : null;
            Compare(Kinds.Access, name, fields, () => _logto.Applications.AddRolesAsync(
                _now.Find(wanted, _options)!.Id, [.. names.Select(role => _now.Roles.First(one => one.Name == role).Id)]), blocked);
        }
    }
}
