using System.Globalization;
using System.Security.Cryptography;
using OrgPortal.LogtoEmulator.Answers;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.Management;

/// <summary>Second factors of users. One is enough for organizations that require a second factor.</summary>
internal static class UserMfaVerifications
{
    private const string All = "/users/{userId}/mfa-verifications";
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static void Map(ManagementRoutes routes)
    {
        routes.Get(All, call => Answer.Ok(call.State.Read(tables => Users.Require(tables, call)).MfaVerifications));
        routes.Post(All, Create);
        routes.Delete(All + "/{verificationId}", call =>
        {
            call.State.Write(tables => tables.ChangeUser(Users.IdOf(call), user =>
            {
                var factor = user.MfaVerifications.FirstOrDefault(one => one.Id == call.Route("verificationId"))
                    ?? throw Refusals.NotFound();
                return user with { MfaVerifications = user.MfaVerifications.Remove(factor) };
            }));
            return Answer.NoContent;
        });
    }

    /// <summary>Makes a factor, whose secret or codes are told this once.</summary>
    private static Answer Create(Call call)
    {
        var guard = call.Guard();
        var type = guard.OneOf("type", true, "Totp", "BackupCode");
        var secret = guard.OptionalString("secret");
        var codes = guard.Strings("codes");
        guard.Done();
        var factor = new MfaVerification
        {
            Id = LogtoIds.Standard(),
            Type = type!,
            CreatedAt = call.State.Clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
        };
        factor = type == "Totp"
            ? factor with { Secret = secret ?? RandomNumberGenerator.GetString(Base32, 32) }
            : Backup(factor, codes ?? [.. Enumerable.Range(0, 10).Select(_ => RandomNumberGenerator.GetHexString(10, lowercase: true))]);
        var user = call.State.Write(tables => Add(tables, call, factor));
        return Answer.Ok(type == "BackupCode"
            ? new { factor.Type, factor.Codes }
            : new
            {
                factor.Type,
                factor.Secret,
                secretQrCode = $"otpauth://totp/Emulator:{Uri.EscapeDataString(user.Username ?? user.Id)}?secret={factor.Secret}&issuer=Emulator",
            });
    }

    private static MfaVerification Backup(MfaVerification factor, string[] codes) =>
        factor with { Codes = [.. codes], RemainCodes = codes.Length };

    private static User Add(LogtoTables tables, Call call, MfaVerification factor)
    {
        var user = Users.Require(tables, call);
        if (user.MfaVerifications.Any(one => one.Type == factor.Type))
        {
            throw factor.Type == "Totp"
                ? new LogtoRefusalException(422, "user.totp_already_in_use", "TOTP is already in use.")
                : new LogtoRefusalException(422, "user.backup_code_already_in_use", "Backup code is already in use.");
        }

        if (factor.Type == "BackupCode" && user.MfaVerifications.IsEmpty)
        {
            throw new LogtoRefusalException(
                422, "session.mfa.backup_code_can_not_be_alone", "Backup code can not be the only MFA.");
        }

        if (factor.Type == "Totp" ? !IsSecret(factor.Secret!) : factor.Codes.Length != 10 || !factor.Codes.All(IsCode))
        {
            throw factor.Type == "Totp"
                ? new LogtoRefusalException(422, "user.totp_secret_invalid", "Invalid TOTP secret supplied.")
                : new LogtoRefusalException(422, "user.wrong_backup_code_format", "Backup code format is invalid.");
        }

        return tables.ChangeUser(user.Id, one => one with { MfaVerifications = one.MfaVerifications.Add(factor) });
    }

    /// <summary>16 to 32 characters of base 32, in whole groups of eight.</summary>
    private static bool IsSecret(string secret) =>
        secret.Length is 16 or 24 or 32 && secret.TrimEnd('=') is var bare && bare.All(Base32.Contains) && (secret.Length - bare.Length) is 0 or 1 or 3 or 4 or 6;

    private static bool IsCode(string code) => code.Length == 10 && code.All(char.IsAsciiHexDigit);
}
