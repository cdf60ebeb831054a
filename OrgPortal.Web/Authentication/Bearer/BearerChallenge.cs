namespace OrgPortal.Web.Authentication.Bearer;

/// <summary>What <c>WWW-Authenticate</c> says: RFC 6750, and RFC 9470 for acts that ask for a recent proof of identity.</summary>
internal static class BearerChallenge
{
    /// <summary>The person must prove again who they are; an ID token that says so goes along with the next try.</summary>
    public static string IdentityProof { get; } =
        $"Bearer error=\"insufficient_user_authentication\", error_description=\"sign in again, and send the ID token in the header {IdentityProofs.Header}\", max_age=\"{(int)Authentication.IdentityProof.CountsFor.TotalSeconds}\"";

    /// <summary>The token is not taken.</summary>
    /// <param name="reason">Words of ours, without quotes.</param>
    public static string InvalidToken(string? reason) => $"Bearer error=\"invalid_token\", error_description=\"{reason ?? "sign in again"}\"";
}
