using Microsoft.AspNetCore.WebUtilities;

namespace OrgPortal.Web.Authentication.SignIn;

/// <summary>Finds out why a sign-in failed, and where the person is told.</summary>
internal static class SignInFailures
{
    /// <summary>The page that tells.</summary>
    public const string Path = "/sign-in-failed";

    /// <summary>The page with its reason; from there people go on to where they wanted.</summary>
    public static string LinkTo(SignInFailure reason, ReturnUrl returnUrl)
    {
        var link = QueryHelpers.AddQueryString(Path, "reason", reason.ToString().ToLowerInvariant());
        return returnUrl == ReturnUrl.Home ? link : QueryHelpers.AddQueryString(link, SignInParameters.ReturnUrl, returnUrl.Value);
    }

    /// <summary>Reads the reason out of what the handler reports. It has no better sign of a lost state than its words.</summary>
    public static SignInFailure ReasonOf(Exception? failure)
    {
        if (failure?.Data["error"] is string error)
        {
            return error switch
            {
                "access_denied" => SignInFailure.Cancelled,
                "server_error" or "temporarily_unavailable" => SignInFailure.Unavailable,
                _ => SignInFailure.Refused,
            };
        }

        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (cause is HttpRequestException or IOException or TaskCanceledException or TimeoutException)
            {
                return SignInFailure.Unavailable;
            }
        }

        return failure?.Message is { } words
            && (words.Contains("Correlation", StringComparison.Ordinal) || words.Contains("message.State", StringComparison.Ordinal) || words.Contains("nonce", StringComparison.OrdinalIgnoreCase))
            ? SignInFailure.Expired
            : SignInFailure.Refused;
    }
}
