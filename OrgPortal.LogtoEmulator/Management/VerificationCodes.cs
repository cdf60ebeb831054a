using OrgPortal.LogtoEmulator.Answers;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.Management;

/// <summary>Codes that prove an address or a number.</summary>
internal static class VerificationCodes
{
    public static void Map(ManagementRoutes routes)
    {
        routes.Post("/verification-codes", call =>
        {
            var guard = call.Guard();
            var (recipient, isEmail) = Recipient(guard);
            guard.Done();
            call.State.Write(tables => isEmail
                ? tables.SendVerificationCode(recipient)
                : throw new LogtoRefusalException(
                    501, "connector.not_found", "Cannot find any available connector for type: Sms."));
            return Answer.NoContent;
        });
        routes.Post("/verification-codes/verify", call =>
        {
            var guard = call.Guard();
            var (recipient, _) = Recipient(guard);
            var code = guard.String("verificationCode");
            guard.Done();
            return call.State.Write(tables => tables.UseVerificationCode(recipient, code)) is { } reason
                ? throw new LogtoRefusalException(
                    400, $"verification_code.{reason}", $"The verification code is refused: {reason}.")
                : Answer.NoContent;
        });
    }

    private static (string Recipient, bool IsEmail) Recipient(Guard guard) => guard.OptionalString("phone") is { } phone
        ? (phone, false)
        : (guard.String("email"), true);
}
