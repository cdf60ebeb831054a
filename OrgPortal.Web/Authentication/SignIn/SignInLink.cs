using Microsoft.AspNetCore.WebUtilities;
using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Authentication.SignIn;

/// <summary>A link that starts signing in. Pages make their links here, so that the parameters have one spelling.</summary>
public sealed record SignInLink
{
    /// <summary>The path of the endpoint.</summary>
    public const string Path = "/sign-in";

    /// <summary>Where to go afterwards.</summary>
    public ReturnUrl ReturnUrl { get; init; }

    /// <summary>An address or user name to fill in.</summary>
    public string? LoginHint { get; init; }

    /// <summary>Signs in with what <see cref="IOneTimeSignIn"/> keeps for this browser and the hint.</summary>
    public bool OneTime { get; init; }

    /// <summary>Remembers in the browser for a while where to go, for whoever wanders off and signs in later by another way.</summary>
    public bool Remember { get; init; }

    /// <summary>Shows sign-up first instead of sign-in.</summary>
    public bool Register { get; init; }

    /// <summary>Asks for the password even where somebody is signed in at Logto: to switch accounts, or to prove anew who one is.</summary>
    public bool SwitchAccount { get; init; }

    /// <summary>The sign-in must not be older than this when coming back.</summary>
    public TimeSpan? MaximumAge { get; init; }

    /// <summary>Whose branding the sign-in page shows. Binds nothing.</summary>
    public OrganizationId? Organization { get; init; }

    /// <summary>The local address.</summary>
    public override string ToString()
    {
        var query = new Dictionary<string, string?>
        {
            [SignInParameters.ReturnUrl] = ReturnUrl == ReturnUrl.Home ? null : ReturnUrl.Value,
            [SignInParameters.LoginHint] = LoginHint,
            [SignInParameters.FirstScreen] = Register ? "register" : null,
            [SignInParameters.Prompt] = SwitchAccount ? "login" : null,
            [SignInParameters.MaximumAge] = MaximumAge is { } age ? FormattableString.Invariant($"{(long)age.TotalSeconds}") : null,
            [SignInParameters.Organization] = Organization?.Value,
            [SignInParameters.OneTime] = OneTime ? SignInParameters.Yes : null,
            [SignInParameters.Remember] = Remember ? SignInParameters.Yes : null,
        };
        return QueryHelpers.AddQueryString(Path, query.Where(parameter => !string.IsNullOrEmpty(parameter.Value)));
    }
}
