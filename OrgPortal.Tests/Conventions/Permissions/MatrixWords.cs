using OrgPortal.Web.Results;

namespace OrgPortal.Tests.Conventions.Permissions;

/// <summary>Outcomes in the table's words.</summary>
internal static class MatrixWords
{
    public const string Allowed = "allowed";

    public const string SignIn = "sign in";

    public const string NotFound = "not found";

    public const string Forbidden = "forbidden";

    public const string UntilTheSessionEnds = "until the session ends";

    /// <summary>What an administrator must not be told.</summary>
    public static IReadOnlyList<string> Denials { get; } = [SignIn, NotFound, Forbidden];

    public static string For(Failure? failure) => failure switch
    {
        null => Allowed,
        SignInRequired => SignIn,
        Web.Results.NotFound => NotFound,
        Web.Results.Forbidden => Forbidden,
        _ => $"refused: {failure.Code}",
    };

    /// <summary>What becomes of an outcome: at once, after 15 seconds, and after the portal announced a change.</summary>
    public static string Fading(string atOnce, string later, string announced) => (atOnce == later, later == announced) switch
    {
        (true, true) => atOnce,
        (false, true) => $"{later} within 15 s",
        _ => $"{atOnce}; after 15 s {later}; after an announcement {announced}",
    };
}
