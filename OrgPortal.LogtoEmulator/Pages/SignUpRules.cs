using System.Text.Json;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.Pages;

/// <summary>What the tenant's sign-in experience wants of people who sign up.</summary>
internal sealed record SignUpRules(IReadOnlyList<string> Identifiers, bool AsksPassword, bool Verifies)
{
    public const int ShortestPassword = 8;

    public static SignUpRules Of(SignInExperience experience) => new(
        experience.SignUpIdentifiers,
        experience.Row.GetProperty("signUp").TryGetProperty("password", out var password) && password.ValueKind is JsonValueKind.True,
        experience.VerifiesSignUp);

    public string Label => Identifiers switch
    {
        ["username"] => "User name",
        ["phone"] => "Telephone number",
        _ when !Identifiers.Contains("username") && !Identifiers.Contains("phone") => "E-mail address",
        _ => "E-mail address, user name or telephone number",
    };

    public string InputType => Label == "E-mail address" ? "email" : "text";

    /// <summary>The user that an identifier would make; null if it is of no kind that the tenant wants.</summary>
    public NewUser? Read(string identifier)
    {
        var isEmail = identifier.Split('@') is [{ Length: > 0 }, { Length: > 0 }];
        var isPhone = identifier.Length > 5 && identifier.All(char.IsAsciiDigit);
        return (isEmail, isPhone) switch
        {
            (true, _) when Identifiers.Contains("email") || Identifiers.Count == 0 => new NewUser { PrimaryEmail = identifier },
            (_, true) when Identifiers.Contains("phone") => new NewUser { PrimaryPhone = identifier },
            (false, false) when Identifiers.Contains("username") => new NewUser { Username = identifier },
            _ => null,
        };
    }
}
