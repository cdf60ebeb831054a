using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.Webhooks;

/// <summary>
/// Signing secrets, and signatures of the Standard Webhooks scheme: <c>v1,</c> and the HMAC-SHA256 over id, second and body, in Base64. Secrets are kept encrypted, each for
/// its webhook alone.
/// </summary>
internal sealed class WebhookSecrets(IDataProtectionProvider protection)
{
    /// <summary>What every secret begins with.</summary>
    public const string Prefix = "whsec_";

    private const int Bytes = 32;
    private const string Purpose = "OrgPortal.Webhooks.v1";

    /// <summary>A new secret.</summary>
    public static string Make() => Prefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>The signature of a message with a secret.</summary>
    public static string Sign(string secret, string id, long second, string body) =>
        "v1," + Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(secret[Prefix.Length..]), Encoding.UTF8.GetBytes($"{id}.{second}.{body}")));

    /// <summary>The secret as it is kept.</summary>
    public string Protect(Guid webhook, string secret) => Protector(webhook).Protect(secret);

    /// <summary>What a message is signed with now, the newest first; nothing when a secret cannot be read any more.</summary>
    public IReadOnlyList<string> Of(WebhookEndpoint webhook, DateTimeOffset now)
    {
        try
        {
            var protector = Protector(webhook.Id);
            return webhook is { OldSecret: { } old, OldSecretEndsAt: { } end } && end > now
                ? [protector.Unprotect(webhook.Secret), protector.Unprotect(old)]
                : [protector.Unprotect(webhook.Secret)];
        }
        catch (CryptographicException)
        {
            return [];
        }
    }

    private IDataProtector Protector(Guid webhook) => protection.CreateProtector(Purpose, webhook.ToString());
}
