using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Provisioning.Files;

namespace OrgPortal.Web.Provisioning;

/// <summary>The settings with which a portal finds this tenant, by key. With secrets: written to a file and nowhere else.</summary>
internal sealed class Credentials
{
    private Credentials(SortedDictionary<string, string> settings) => Settings = settings;

    /// <summary>By key, such as <c>Logto:Web:ClientId</c>.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; }

    /// <summary>Collects what the file says is to be written.</summary>
    public static Credentials Collect(TenantFile file, TenantSnapshot now, ProvisioningOptions options)
    {
        var settings = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var wanted in file.Applications)
        {
            if (now.Find(wanted, options) is not { } application)
            {
                continue;
            }

            Put(settings, wanted.ClientIdSetting, application.Id);
            if (wanted.ClientSecretSetting is { } setting)
            {
                // Of the application that this program runs with, the secret is known and nothing is read.
                Put(settings, setting, application.Id == options.OwnClientId ? options.Settings(setting) : Usable(now.Secrets.GetValueOrDefault(application.Id) ?? [], options.Settings(setting)));
            }
        }

        foreach (var wanted in file.Webhooks)
        {
            Put(settings, wanted.SigningKeySetting, now.FindHook(wanted.Name)?.SigningKey);
        }

        // A portal that has credentials of this tenant must also know where it is.
        foreach (var key in (string[])["Logto:Endpoint", "Logto:Management:Resource"])
        {
            if (settings.Count > 0)
            {
                Put(settings, key, options.Settings(key));
            }
        }

        return new Credentials(settings);
    }

    /// <summary>The secret to use: the one that is in use, else the first that does not end; nothing where there is none.</summary>
    public static string? Usable(IReadOnlyList<ApplicationSecret> secrets, string? inUse)
    {
        var lasting = secrets.Where(secret => secret.ExpiresAt is null).ToList();
        return (lasting.FirstOrDefault(secret => secret.Value == inUse) ?? lasting.FirstOrDefault())?.Value;
    }

    /// <summary>How many, and no more.</summary>
    public override string ToString() => $"{Settings.Count} settings";

    private static void Put(SortedDictionary<string, string> settings, string? key, string? value)
    {
        if (key is not null && !string.IsNullOrEmpty(value))
        {
            settings[key] = value;
        }
    }
}
