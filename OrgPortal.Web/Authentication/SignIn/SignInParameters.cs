using System.Globalization;
using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Authentication.SignIn;

/// <summary>What <c>/sign-in</c> was asked for. Comes from anybody: everything that is not understood is left out.</summary>
/// <param name="Return">Where to go afterwards.</param>
/// <param name="Hint">An address or user name to fill in.</param>
/// <param name="Screen">Which of Logto's screens comes first (contract C7).</param>
/// <param name="Anew">Whether to ask for the password in any case.</param>
/// <param name="Age">The greatest age of the sign-in that is accepted.</param>
/// <param name="Brand">Whose branding is shown.</param>
internal sealed record SignInParameters(ReturnUrl Return, string? Hint, string? Screen, bool Anew, TimeSpan? Age, OrganizationId? Brand)
{
    public const string ReturnUrl = "returnUrl";
    public const string LoginHint = "login_hint";
    public const string FirstScreen = "first_screen";
    public const string Prompt = "prompt";
    public const string MaximumAge = "max_age";
    public const string Organization = "organization";
    public const string OneTime = "one_time";
    public const string Remember = "remember";
    public const string Yes = "1";

    private const int LongestHint = 256;
    private const int LongestAge = 24 * 60 * 60;

    private static readonly string[] Screens =
        ["sign_in", "register", "reset_password", "identifier:sign_in", "identifier:register", "single_sign_on"];

    /// <summary>Whether to sign in with what is kept for this browser.</summary>
    public bool IsOneTime { get; init; }

    /// <summary>Whether to remember where to go.</summary>
    public bool IsRemembered { get; init; }

    /// <summary>The one-time token that was kept for this browser and the hint; never comes from the query.</summary>
    public string? OneTimeToken { get; init; }

    /// <summary>Whether somebody who is signed in already must go to Logto all the same.</summary>
    public bool IsNeededAnyway => Anew || Age is not null;

    /// <summary>Reads the query of a request.</summary>
    public static SignInParameters Read(IQueryCollection query) => new(
        Authentication.ReturnUrl.From(query[ReturnUrl]),
        Text(query[LoginHint]),
        Screens.FirstOrDefault(screen => screen == query[FirstScreen]),
        query[Prompt] == "login",
        int.TryParse(query[MaximumAge], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= LongestAge ? TimeSpan.FromSeconds(seconds) : null,
        OrganizationId.TryParse(query[Organization], null, out var organization) ? organization : null)
    {
        IsOneTime = query[OneTime] == Yes,
        IsRemembered = query[Remember] == Yes,
    };

    private static string? Text(string? value) =>
        value is { Length: > 0 and <= LongestHint } && !value.Any(char.IsControl) ? value : null;
}
