using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace OrgPortal.LogtoEmulator.State;

/// <summary>Codes that prove an address: six digits, ten minutes, ten tries.</summary>
internal static class VerificationCodeOperations
{
    private const long Lifetime = 600_000;
    private const int MostTries = 10;

    /// <summary>Mails a new code, which takes the place of earlier ones; <paramref name="type"/> is the template's kind.</summary>
    public static VerificationCode SendVerificationCode(this LogtoTables tables, string recipient, string type = "Generic")
    {
        var code = RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", CultureInfo.InvariantCulture);
        tables.SendMail(recipient, type, new JsonObject { ["code"] = code });
        tables.VerificationCodes.RemoveWhere(one => one.Recipient == recipient);
        return tables.VerificationCodes.Put(new VerificationCode
        {
            Id = LogtoIds.Standard(),
            Recipient = recipient,
            Code = code,
            CreatedAt = tables.Now,
        });
    }

    /// <summary>
    /// Uses up a code. Returns why it is refused (<c>not_found</c>, <c>expired</c>, <c>exceed_max_try</c> or
    /// <c>code_mismatch</c>), or null; it does not throw, because a wrong try must be counted.
    /// </summary>
    public static string? UseVerificationCode(this LogtoTables tables, string recipient, string code)
    {
        if (tables.VerificationCodes.FirstOrDefault(one => one.Recipient == recipient && !one.IsConsumed) is not { } stored)
        {
            return "not_found";
        }

        if (stored.CreatedAt + Lifetime < tables.Now)
        {
            return "expired";
        }

        if (stored.Tries >= MostTries)
        {
            return "exceed_max_try";
        }

        var isRight = stored.Code == code;
        tables.VerificationCodes.Put(isRight ? stored with { IsConsumed = true } : stored with { Tries = stored.Tries + 1 });
        return isRight ? null : "code_mismatch";
    }
}
